package cn.sanming.migrant.community.health.vaccination;

import cn.sanming.migrant.community.health.HealthReads;
import cn.sanming.migrant.community.health.Purpose;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.platform.web.Body;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Vaccination files over HTTP: opened by guardians and health workers, read with a purpose and a trail.
@RestController
@RequestMapping(VaccinationDesk.PATH)
class VaccinationController {

    private final VaccinationDesk desk;
    private final HealthReads reads;

    /// @param district where the child lives; taken from the registered residence if left out. Hukou is not asked.
    record Opening(
            WorkerId childId,
            @NotEmpty @Size(max = 4) List<WorkerId> guardianIds,
            LocalDate childBirth,
            @Nullable LocalDate arrivedOn,
            @Nullable String district) {}

    record Dose(
            @Size(min = 1, max = 40) String vaccine,
            @Positive int doseNo,
            LocalDate givenOn) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Receipt(
            String id,
            String district,
            LocalDate openedOn,
            @Nullable LocalDate fileDueOn) {
        static Receipt of(VaccinationFile file) {
            return new Receipt(file.id, String.valueOf(file.file().district()), file.openedOn, file.dueOn);
        }
    }

    record View(String id, String childId, String district, LocalDate birthDate, List<VaccinationFile.Dose> doses) {}

    VaccinationController(VaccinationDesk desk, HealthReads reads) {
        this.desk = desk;
        this.reads = reads;
    }

    @PostMapping
    Outcome<Receipt> open(@Body Opening body, CommandContext context) {
        return desk.open(body, context).map(Receipt::of);
    }

    @PostMapping("/{id}/doses")
    Outcome<Receipt> give(@PathVariable String id, @Body Dose body, CommandContext context) {
        return desk.give(id, body.vaccine(), body.doseNo(), body.givenOn(), context)
                .map(Receipt::of);
    }

    @GetMapping("/{id}")
    Outcome<View> read(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Purpose purpose,
            CommandContext context) {
        return desk.find(id)
                .map(file -> reads.read(file.sealed(), purpose, context, () -> view(file)))
                .orElseGet(Outcome::notFound);
    }

    private View view(VaccinationFile file) {
        var content = desk.content(file);
        return new View(
                file.id, file.childId, String.valueOf(file.file().district()), content.birthDate(), content.doses());
    }
}
