package cn.sanming.migrant.housing.unit;

import cn.sanming.migrant.platform.reference.Money;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Units as the housing office enters them (房源登记): flats, and dormitory rooms with their beds.
///
/// @param units at most 500 at once; entered again, they change nothing
record Registration(
        String projectId, @Size(min = 1, max = 500) List<Room> units) {

    /// @param area      of the flat, or the share of each bed
    /// @param beds      of a dormitory room; each becomes a unit of its own
    /// @param salePrice of a price-limited home
    record Room(
            @Size(min = 1, max = 120) String address,
            @Nullable Programme programme,
            @DecimalMin("1.00") BigDecimal area,
            Money rentPerM2,
            @Min(1) @Max(12) @Nullable Integer beds,
            @Nullable Money salePrice,
            @Nullable Target directedTo,
            @Nullable Boolean forMigrantWorkers) {

        Programme programmeOrRental() {
            return programme == null ? Programme.PUBLIC_RENTAL : programme;
        }
    }
}
