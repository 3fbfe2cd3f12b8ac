package cn.sanming.migrant.wage.insurance;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Policies of construction projects over HTTP.
@RestController
@RequestMapping(ProjectInsuranceDesk.PATH)
class ProjectInsuranceController {

    private final ProjectInsuranceDesk desk;

    ProjectInsuranceController(ProjectInsuranceDesk desk) {
        this.desk = desk;
    }

    record Policy(String projectId, Money contractPrice, LocalDate from, LocalDate to) {}

    record Extension(LocalDate to) {}

    /// @param covered whether an accident on that day is insured, whoever it happened to
    record Coverage(String projectId, LocalDate accidentOn, boolean covered) {}

    @PostMapping
    Outcome<ProjectInsurance.View> insure(@Body Policy body, CommandContext context) {
        return body.to().isBefore(body.from())
                ? Outcome.refused(
                        Refusal.Kind.VALIDATION,
                        Reason.at("/to", "END_BEFORE_START").required(body.from(), body.to()))
                : desk.insure(body.projectId(), body.contractPrice(), body.from(), body.to(), context);
    }

    @PostMapping("/{id}/extend")
    Outcome<ProjectInsurance.View> extend(@PathVariable String id, @Body Extension body, CommandContext context) {
        return desk.extend(id, body.to(), context);
    }

    @GetMapping("/{id}")
    Outcome<ProjectInsurance.View> one(@PathVariable String id, Actor actor) {
        return desk.one(id, actor);
    }

    @GetMapping
    Outcome<Page<ProjectInsurance.View>> list(
            @RequestParam(name = "project_id", required = false) @Nullable String projectId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return desk.list(projectId, after, limit, actor);
    }

    @GetMapping("/coverage")
    Coverage coverage(
            @RequestParam(name = "project_id") String projectId,
            @RequestParam(name = "accident_on") LocalDate accidentOn) {
        return new Coverage(projectId, accidentOn, desk.covers(projectId, accidentOn));
    }
}
