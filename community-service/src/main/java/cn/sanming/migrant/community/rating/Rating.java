package cn.sanming.migrant.community.rating;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One person's stars for one visit (一次到访一次评价); a second thought replaces the first.
///
/// @param about the activity, venue, course or station
@Document("ratings")
record Rating(@Id String id, @Indexed String about, int stars, LocalDate visitedOn) {}
