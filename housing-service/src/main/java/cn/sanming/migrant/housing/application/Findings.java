package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.platform.reference.Money;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the office found in the registers (核查结果); what is left out is as stated.
public record Findings(
        @Pattern(regexp = "[0-9]{6}") @Nullable String hukouDistrict,
        @DecimalMin("0.00") @Nullable BigDecimal ownHomeArea,
        @Min(1) @Max(20) @Nullable Integer persons,
        @Nullable Money incomePerCapita,
        @Nullable Boolean ownsHomeInCityArea,
        @Nullable LocalDate talentUntil,
        @Nullable Boolean inDifficulty,
        @Nullable Boolean disabledMember) {

    static Findings none() {
        return new Findings(null, null, null, null, null, null, null, null);
    }
}
