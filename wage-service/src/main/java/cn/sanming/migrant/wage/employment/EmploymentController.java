package cn.sanming.migrant.wage.employment;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.wage.register.Codes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Employments over HTTP, and the answer to departments that ask how long somebody has worked.
@RestController
class EmploymentController {

    private final EmploymentDesk desk;

    EmploymentController(EmploymentDesk desk) {
        this.desk = desk;
    }

    record Declaration(
            @Size(min = 1, max = 40) String personId,
            String employerUscc,
            String district,
            LocalDate startOn,
            @Size(max = 80) @Nullable String position,
            @Nullable Money monthlyWage,
            @Min(1) @Max(31) @Nullable Integer payDay) {}

    record Terms(
            @Size(max = 80) @Nullable String position,
            @Nullable Money monthlyWage,
            @Min(1) @Max(31) @Nullable Integer payDay) {}

    record Ending(LocalDate endOn) {}

    /// @param items oldest first
    record WorkHistory(String personId, List<EmploymentView> items) {}

    @PostMapping(EmploymentDesk.PATH)
    Outcome<EmploymentView> begin(@Body Declaration body, CommandContext context) {
        var faults = Codes.faults(body.employerUscc(), body.district());
        if (!faults.isEmpty()) {
            return Codes.refused(faults);
        }
        return desk.begin(
                new EmploymentDesk.Beginning(
                        body.personId(),
                        body.employerUscc(),
                        body.district(),
                        body.startOn(),
                        Source.DECLARED,
                        new Employment.Terms(body.position(), body.monthlyWage(), body.payDay())),
                context);
    }

    @GetMapping(EmploymentDesk.PATH)
    Outcome<Page<EmploymentView>> list(
            @RequestParam(name = "employer_uscc", required = false) @Nullable String employerUscc,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return desk.list(employerUscc, state, after, limit, actor);
    }

    @GetMapping(EmploymentDesk.PATH + "/{id}")
    Outcome<EmploymentView> one(@PathVariable String id, Actor actor) {
        return desk.one(id, actor);
    }

    @PostMapping(EmploymentDesk.PATH + "/{id}/terms")
    Outcome<EmploymentView> describe(@PathVariable String id, @Body Terms body, CommandContext context) {
        return desk.describe(id, new Employment.Terms(body.position(), body.monthlyWage(), body.payDay()), context);
    }

    @PostMapping(EmploymentDesk.PATH + "/{id}/end")
    Outcome<EmploymentView> end(@PathVariable String id, @Body Ending body, CommandContext context) {
        return desk.end(id, body.endOn(), context);
    }

    @GetMapping("/api/v1/wages/persons/{personId}/employments")
    Outcome<WorkHistory> ofPerson(@PathVariable String personId, Actor actor) {
        return desk.ofPerson(personId, actor).map(items -> new WorkHistory(personId, items));
    }
}
