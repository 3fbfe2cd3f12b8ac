package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.housing.application.Circumstances.Hukou;
import cn.sanming.migrant.housing.application.Circumstances.Trade;
import cn.sanming.migrant.housing.unit.Programme;
import cn.sanming.migrant.housing.unit.UnitKind;
import cn.sanming.migrant.platform.reference.Money;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An application as it comes in (申请表). Nothing is asked for that the city already knows: years of work come from
/// the wage department.
///
/// @param personId  only when an officer takes it down for somebody
/// @param household the other members by pseudonym, as far as they are adults or known to the city
/// @param kinds     what would be accepted; nothing means both
record ApplicationForm(
        @Size(min = 1, max = 40) @Nullable String personId,
        @Size(max = 19) @Nullable List<@Size(min = 1, max = 40) String> household,
        Programme programme,
        @Pattern(regexp = "3504[0-9]{2}") String district,
        Hukou hukou,
        @Pattern(regexp = "[0-9]{6}") String hukouDistrict,
        @DecimalMin("0.00") BigDecimal ownHomeArea,
        @Min(1) @Max(20) int persons,
        @Nullable Money incomePerCapita,
        @Nullable Boolean ownsHomeInCityArea,
        @Nullable LocalDate talentUntil,
        @Nullable Trade trade,
        @Nullable Boolean inDifficulty,
        @Nullable Boolean disabledMember,
        @Size(max = 2) @Nullable List<UnitKind> kinds) {

    Circumstances circumstances() {
        return new Circumstances(
                hukou,
                hukouDistrict,
                ownHomeArea,
                persons,
                incomePerCapita,
                Boolean.TRUE.equals(ownsHomeInCityArea),
                talentUntil,
                trade,
                Boolean.TRUE.equals(inDifficulty),
                Boolean.TRUE.equals(disabledMember));
    }

    List<String> householdOrNone() {
        return household == null ? List.of() : household.stream().distinct().toList();
    }
}
