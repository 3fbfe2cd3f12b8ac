package cn.sanming.migrant.job.unemployment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Since when somebody lives in Sanming without a break (连续居住): short absences do not count, long ones start anew.
final class Residence {

    private Residence() {}

    /// The first day of the residence that still lasts on a day, or nothing if it has ended.
    static @Nullable LocalDate startOf(List<ResidenceSpell> spells, LocalDate on, int gapDays) {
        LocalDate start = null;
        LocalDate end = null;
        for (var spell : byDate(spells, on)) {
            if (end == null || ChronoUnit.DAYS.between(end, spell.from()) > gapDays) {
                start = spell.from();
                end = spell.endBy(on);
            } else if (spell.endBy(on).isAfter(end)) {
                end = spell.endBy(on);
            }
        }
        return end == null || ChronoUnit.DAYS.between(end, on) > gapDays ? null : start;
    }

    private static List<ResidenceSpell> byDate(List<ResidenceSpell> spells, LocalDate on) {
        return spells.stream()
                .filter(spell -> spell.inSanming() && !spell.from().isAfter(on))
                .sorted(Comparator.comparing(ResidenceSpell::from))
                .toList();
    }
}
