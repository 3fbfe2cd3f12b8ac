package cn.sanming.migrant.housing.unit;

import cn.sanming.migrant.platform.reference.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A flat or a bed (房源).
///
/// @param bed     number of the bed in a dormitory room
/// @param holder  the application it is allocated to; unique, so that one household never holds two
/// @param roundId the allocation round it is kept for until the draw
/// @param takenOn since when it is held
@Document("units")
@CompoundIndex(name = "by_project", def = "{'projectId': 1, '_id': 1}")
@CompoundIndex(name = "by_county", def = "{'district': 1, 'state': 1, '_id': 1}")
@CompoundIndex(name = "by_state", def = "{'state': 1, '_id': 1}")
public record Unit(
        @Id String id,
        String projectId,
        String district,
        Programme programme,
        UnitKind kind,
        String address,
        @Nullable Integer bed,
        BigDecimal area,
        Money rentPerM2,
        @Nullable Money salePrice,
        @Nullable Target directedTo,
        boolean forMigrantWorkers,
        UnitState state,
        @Indexed(unique = true, sparse = true) @Nullable String holder,
        @Indexed(sparse = true) @Nullable String roundId,
        @Nullable LocalDate takenOn) {

    /// Rent of the whole unit, rounded once (1.3).
    public Money monthlyRent() {
        return rentPerM2.times(area);
    }

    /// Whether another unit may stand in the same lot: whoever draws one could as well have drawn the other.
    public boolean isLike(Unit other) {
        return projectId.equals(other.projectId)
                && programme == other.programme
                && kind == other.kind
                && directedTo == other.directedTo
                && forMigrantWorkers == other.forMigrantWorkers;
    }
}
