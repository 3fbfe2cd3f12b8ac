package cn.sanming.migrant.community.school;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// The places of one school in one school year (学位): how many, how many are free, and who holds the others.
///
/// @param sources where the places come from: the plan, and each project put into use
/// @param taken   the enrolments that hold a place and since when
@Document("school_seats")
public record Seats(
        @Id String id,
        @Indexed String schoolId,
        int year,
        int seats,
        int free,
        @Nullable Map<String, Integer> sources,
        @Nullable Map<String, Instant> taken) {

    static String idOf(String schoolId, int year) {
        return schoolId + '|' + year;
    }
}
