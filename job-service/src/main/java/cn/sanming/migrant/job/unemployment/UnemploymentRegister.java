package cn.sanming.migrant.job.unemployment;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.Retirement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who is registered as unemployed, for the other features of this department.
public interface UnemploymentRegister {

    /// A person's registration while it lasts.
    record Registered(
            String registrationId,
            String personId,
            LocalDate registeredOn,
            LocalDate birthDate,
            Retirement.Category retirementCategory,
            List<String> occupationCodes,
            @Nullable Integer skillLevel,
            @Nullable List<String> preferredDistricts,
            @Nullable Money expectedMinWage,
            String district) {}

    Optional<Registered> of(String personId);

    /// The persons who registered on a day or later and still are.
    Stream<String> personsSince(LocalDate from);

    /// Those who registered on a day or later and still are.
    List<Registered> since(LocalDate from);
}
