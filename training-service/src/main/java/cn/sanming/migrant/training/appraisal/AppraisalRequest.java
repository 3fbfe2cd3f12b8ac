package cn.sanming.migrant.training.appraisal;

import cn.sanming.migrant.platform.reference.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// What a worker asks for (鉴定申请书).
///
/// @param level      5 to 1; none means a special ability (专项能力)
/// @param workRegion where the worker works, anywhere in China; outside Sanming the office finds an agency there
/// @param agencyUscc the agency that examines; needed at home only
/// @param fee        of the examination; the agency approves it when it sets the day
record AppraisalRequest(
        String personId,
        String district,
        @Pattern(regexp = "[0-9](-[0-9]{2}){3}") String occupationCode,
        @Nullable @Min(1) @Max(5) Integer level,
        @Pattern(regexp = "[1-8][0-9]{5}") String workRegion,
        @Nullable String agencyUscc,
        Money fee,
        boolean isMigrantWorker) {

    /// The first four digits of every code of the city, abolished ones included.
    private static final String SANMING = "3504";

    boolean crossRegion() {
        return !workRegion.startsWith(SANMING);
    }

    String levelText() {
        return level == null ? "SPECIAL" : level.toString();
    }

    boolean sameSkill(AppraisalRequest other) {
        return occupationCode.equals(other.occupationCode) && levelText().equals(other.levelText());
    }
}
