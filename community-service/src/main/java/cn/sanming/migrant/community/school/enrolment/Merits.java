package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.EnrolmentPoints;
import cn.sanming.migrant.community.school.EnrolmentPoints.Housing;
import cn.sanming.migrant.community.school.known.Known;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What counts for a child (计分依据): what the city knows counts at once, what is only said counts as soon as its
/// paper is there. A missing paper costs points, never the place.
///
/// @param needed papers that would still raise the points, or that stand in for a department that is silent
public record Merits(
        @Nullable LocalDate residenceStart,
        int pensionMonths,
        Housing housing,
        @Nullable Integer skillLevel,
        boolean honour,
        List<Paper> needed) {

    /// A pure function of what is said, what is known and which papers are there.
    static Merits of(Declared said, Known known, Set<Paper> handed) {
        var needed = EnumSet.noneOf(Paper.class);
        var residence = known.residenceStart();
        if (said.residenceStart() != null
                && (residence == null || said.residenceStart().isBefore(residence))) {
            residence = counts(Paper.RESIDENCE_PERMIT, handed, needed) ? said.residenceStart() : residence;
        } else if (residence == null) {
            needed.add(Paper.RESIDENCE_PERMIT);
        }
        int pension = known.pensionMonths() == null ? 0 : known.pensionMonths();
        if (said.pensionMonths() != null && said.pensionMonths() > pension) {
            pension = counts(Paper.PENSION_STATEMENT, handed, needed) ? said.pensionMonths() : pension;
        } else if (!known.asked()) {
            needed.add(Paper.PENSION_STATEMENT);
        }
        var housing = known.lease() ? Housing.REGISTERED_OR_PUBLIC_RENTAL_LEASE : Housing.NONE;
        if (said.housing() != null && said.housing().ordinal() < housing.ordinal()) {
            housing = counts(Paper.HOUSING_PROOF, handed, needed) ? said.housing() : housing;
        }
        var skill = known.skillLevel();
        if (said.skillLevel() != null && (skill == null || said.skillLevel() < skill)) {
            skill = counts(Paper.SKILL_CERTIFICATE, handed, needed) ? said.skillLevel() : skill;
        }
        var honour = known.honour()
                || Boolean.TRUE.equals(said.honour()) && counts(Paper.HONOUR_CERTIFICATE, handed, needed);
        return new Merits(residence, pension, housing, skill, honour, List.copyOf(needed));
    }

    Merits withoutPapers() {
        return new Merits(residenceStart, pensionMonths, housing, skillLevel, honour, List.of());
    }

    private static boolean counts(Paper paper, Set<Paper> handed, Set<Paper> needed) {
        if (handed.contains(paper)) {
            return true;
        }
        needed.add(paper);
        return false;
    }

    /// The facts of rule ENROLMENT_POINTS on the closing day: whole months, the corresponding day included.
    EnrolmentPoints.Facts on(LocalDate closing) {
        return new EnrolmentPoints.Facts(
                residenceStart == null ? 0 : months(residenceStart, closing),
                pensionMonths,
                housing,
                skillLevel,
                honour);
    }

    /// Whole ADD_MONTHS steps: the last day of a shorter month is reached as well (Civil Code art. 202).
    static int months(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return 0;
        }
        int months = (int) ChronoUnit.MONTHS.between(from.withDayOfMonth(1), to.withDayOfMonth(1));
        return from.plusMonths(months).isAfter(to) ? months - 1 : months;
    }
}
