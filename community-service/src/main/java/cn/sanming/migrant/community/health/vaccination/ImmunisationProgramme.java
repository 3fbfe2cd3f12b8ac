package cn.sanming.migrant.community.health.vaccination;

import cn.sanming.migrant.platform.reference.Dates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The national immunisation programme as data (国家免疫规划): which dose is due at what age.
@Component
class ImmunisationProgramme {

    private final List<Scheduled> doses;

    record Scheduled(String vaccine, int doseNo, int months) {}

    record File(String basis, boolean verified, String citation, List<Scheduled> doses) {}

    ImmunisationProgramme() {
        var mapper = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        try (var file = ImmunisationProgramme.class.getResourceAsStream("/vaccination/programme.yaml")) {
            doses = List.copyOf(
                    mapper.readValue(Objects.requireNonNull(file), File.class).doses());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All doses of a childhood, counted from birth by months.
    List<VaccinationFile.Dose> of(LocalDate birth) {
        return doses.stream()
                .map(dose -> new VaccinationFile.Dose(
                        dose.vaccine(), dose.doseNo(), Dates.addMonths(birth, dose.months()), null))
                .toList();
    }
}
