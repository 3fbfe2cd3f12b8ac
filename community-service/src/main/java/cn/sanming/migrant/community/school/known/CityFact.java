package cn.sanming.migrant.community.school.known;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One thing another department has told about persons (共享信息), under the id it has over there. An older event than
/// the last one changes nothing.
///
/// @param from  first day on which it holds; none while only its end is known
/// @param until first day on which it holds no more
/// @param level of a skill certificate: 5 is the lowest, 1 the highest
@Document("city_facts")
record CityFact(
        @Id String id,
        @Version @Nullable Long version,
        Kind kind,
        long sequence,
        @Indexed List<String> personIds,
        @Nullable String district,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Integer level) {

    enum Kind {
        LEASE,
        CERTIFICATE,
        HONOUR,
        CONTRACT,
        RESIDENCE
    }

    boolean holds(LocalDate on) {
        return from != null && !from.isAfter(on) && (until == null || on.isBefore(until));
    }

    /// What is known when this is told after or before the other.
    CityFact after(CityFact known) {
        var newer = sequence > known.sequence ? this : known;
        var older = newer == this ? known : this;
        return new CityFact(
                known.id,
                known.version,
                kind,
                newer.sequence,
                newer.personIds.isEmpty() || newer.from == null && !older.personIds.isEmpty()
                        ? older.personIds
                        : newer.personIds,
                newer.district == null ? older.district : newer.district,
                newer.from == null ? older.from : newer.from,
                earlier(newer.until, older.until),
                newer.level == null ? older.level : newer.level);
    }

    /// An end, once told, stands: a lease that ended early does not come back with a late message of its beginning.
    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
