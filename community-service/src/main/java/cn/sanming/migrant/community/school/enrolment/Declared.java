package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.EnrolmentPoints.Housing;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the guardians say of themselves (申报信息). Nothing of it is needed where the city knows better.
///
/// @param pensionMonths the better guardian's; @param skillLevel 5 is the lowest, 1 the highest
public record Declared(
        @Nullable LocalDate residenceStart,
        @Nullable @PositiveOrZero Integer pensionMonths,
        @Nullable Housing housing,
        @Nullable @Min(1) @Max(5) Integer skillLevel,
        @Nullable Boolean honour) {

    static final Declared NOTHING = new Declared(null, null, null, null, null);

    /// What was said later goes before what was said first.
    Declared with(Declared later) {
        return new Declared(
                later.residenceStart == null ? residenceStart : later.residenceStart,
                later.pensionMonths == null ? pensionMonths : later.pensionMonths,
                later.housing == null ? housing : later.housing,
                later.skillLevel == null ? skillLevel : later.skillLevel,
                later.honour == null ? honour : later.honour);
    }
}
