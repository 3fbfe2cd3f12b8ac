package cn.sanming.migrant.housing.unit;

import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A unit as it is shown: everybody may see what there is, only the housing office who holds it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitView(
        String id,
        String projectId,
        String district,
        Programme programme,
        UnitKind kind,
        String address,
        @Nullable Integer bed,
        BigDecimal area,
        Money rentPerM2,
        Money monthlyRent,
        @Nullable Money salePrice,
        @Nullable Target directedTo,
        boolean forMigrantWorkers,
        UnitState state,
        @Nullable String roundId,
        @Nullable String holder) {

    static UnitView of(Unit unit, boolean officer) {
        return new UnitView(
                unit.id(),
                unit.projectId(),
                unit.district(),
                unit.programme(),
                unit.kind(),
                unit.address(),
                unit.bed(),
                unit.area(),
                unit.rentPerM2(),
                unit.monthlyRent(),
                unit.salePrice(),
                unit.directedTo(),
                unit.forMigrantWorkers(),
                unit.state(),
                unit.roundId(),
                officer ? unit.holder() : null);
    }
}
