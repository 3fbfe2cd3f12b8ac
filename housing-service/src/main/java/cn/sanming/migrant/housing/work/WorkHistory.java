package cn.sanming.migrant.housing.work;

import cn.sanming.migrant.housing.application.WorkYears;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// Somebody's work in Sanming as known on a day (工作年限依据).
///
/// @param degraded the wage department did not answer: jobs may be missing, so papers may complete them and nothing
/// may be
///     refused for want of years
public record WorkHistory(List<Spell> spells, boolean degraded, LocalDate asOf) {

    public WorkHistory {
        spells = List.copyOf(spells);
    }

    /// The jobs as the rule of the three years reads them, as far as they are confirmed: a job whose beginning an
    /// event told is not, because no event tells its end.
    public List<WorkYears.Job> jobs() {
        return spells.stream()
                .filter(spell -> spell.source() != Spell.Source.EVENT || spell.to() != null)
                .map(spell -> new WorkYears.Job(spell.from(), spell.to()))
                .toList();
    }

    /// The county of the job that was open on a day, for homes that are tied to work in the city area.
    public List<String> districtsOn(LocalDate day) {
        return spells.stream()
                .filter(spell -> !spell.from().isAfter(day)
                        && (spell.to() == null || spell.to().isAfter(day)))
                .map(Spell::district)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
