package cn.sanming.migrant.community.school;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A school as everybody sees it.
///
/// @param seatsByYear places of each school year and how many are free
@JsonInclude(JsonInclude.Include.NON_NULL)
record SchoolView(
        String id,
        String name,
        String district,
        Stage stage,
        @JsonProperty("public") boolean open,
        @Nullable String clusterId,
        School.@Nullable Place place,
        School.Standard standardState,
        @Nullable LocalDate certifiedOn,
        Map<Integer, Year> seatsByYear) {

    record Year(int seats, int free) {}

    static SchoolView of(School school, @Nullable String cluster, List<Seats> rows) {
        var years = new TreeMap<Integer, Year>();
        rows.forEach(row -> years.put(row.year(), new Year(row.seats(), row.free())));
        return new SchoolView(
                school.id(),
                school.name(),
                school.district(),
                school.stage(),
                school.open(),
                cluster,
                school.place(),
                school.standard(),
                school.certifiedOn(),
                years);
    }
}
