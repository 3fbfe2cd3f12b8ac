package cn.sanming.migrant.job.unemployment;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.Retirement;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a person states when registering as unemployed (失业登记申请).
record RegistrationRequest(
        String personId,
        String district,
        LocalDate birthDate,
        Retirement.Category retirementCategory,
        boolean employed,
        @Nullable Boolean student,
        boolean able,
        boolean willing,
        @NotEmpty List<ResidenceSpell> residence,
        @NotEmpty List<String> occupationCodes,
        @Nullable @Min(1) @Max(5) Integer skillLevel,
        @Nullable List<String> preferredDistricts,
        @Nullable Money expectedMinWage,
        @Nullable LocalDate lastEmploymentEnd) {

    /// What was stated, with what registers know: leases prove residence, a placement is work.
    UnemploymentRule.Facts facts(List<ResidenceSpell> proven, boolean working, LocalDate on) {
        var spells = Stream.concat(residence.stream(), proven.stream()).toList();
        return new UnemploymentRule.Facts(
                birthDate, retirementCategory, employed || working, student, able, willing, spells, on);
    }
}
