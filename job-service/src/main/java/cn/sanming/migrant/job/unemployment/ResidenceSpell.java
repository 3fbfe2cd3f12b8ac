package cn.sanming.migrant.job.unemployment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A time of residence in a town (居住时段), `[from, to)`; open when it has no end.
///
/// @param district where; none is taken as a town of Sanming
record ResidenceSpell(
        LocalDate from, @Nullable LocalDate to, @Nullable String district) {

    boolean inSanming() {
        return district == null || district.startsWith("3504");
    }

    LocalDate endBy(LocalDate on) {
        return to == null || to.isAfter(on) ? on : to;
    }
}
