package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How a household lives (家庭情况): what the applicant says, corrected by what the office finds.
///
/// @param hukouDistrict   where the household is registered, six digits of any place in China
/// @param persons         who will live in the home, the applicant included
/// @param trade           public-service trade the applicant works in
/// @param inDifficulty    a worker in difficulty
/// @param talentUntil     last day of the talent certificate
public record Circumstances(
        Hukou hukou,
        String hukouDistrict,
        BigDecimal ownHomeArea,
        int persons,
        @Nullable Money incomePerCapita,
        boolean ownsHomeInCityArea,
        @Nullable LocalDate talentUntil,
        @Nullable Trade trade,
        boolean inDifficulty,
        boolean disabledMember) {

    public enum Hukou {
        RURAL,
        URBAN
    }

    /// Public-service trades (公共服务行业) of measure 9.
    public enum Trade {
        SANITATION,
        BUS,
        POSTAL,
        OTHER_PUBLIC_SERVICE
    }

    boolean migrantWorker() {
        return hukou == Hukou.RURAL;
    }

    /// Local means registered in the county of the application; everybody else is an incoming worker (外来务工人员).
    boolean localIn(@Nullable String district) {
        return Divisions.sanming().current(hukouDistrict).equals(district);
    }

    boolean hasTalentCertificateOn(LocalDate day) {
        return talentUntil != null && !talentUntil.isBefore(day);
    }

    /// What the office found instead of what was said; where it says nothing, the statement stands.
    Circumstances corrected(Findings found) {
        return new Circumstances(
                hukou,
                or(found.hukouDistrict(), hukouDistrict),
                or(found.ownHomeArea(), ownHomeArea),
                or(found.persons(), persons),
                found.incomePerCapita() == null ? incomePerCapita : found.incomePerCapita(),
                or(found.ownsHomeInCityArea(), ownsHomeInCityArea),
                found.talentUntil() == null ? talentUntil : found.talentUntil(),
                trade,
                or(found.inDifficulty(), inDifficulty),
                or(found.disabledMember(), disabledMember));
    }

    private static <T> T or(@Nullable T first, T second) {
        return first == null ? second : first;
    }
}
