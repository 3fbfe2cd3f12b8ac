package cn.sanming.migrant.housing.project;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The city's view of all counties: who has not begun to build (督促指导).
@RestController
class CountyController {

    private static final Set<String> READERS = Set.of("HOUSING_OFFICER", "SUPERVISOR", "LEAD_OFFICER", "UNIT_OFFICER");

    private final ProjectDesk desk;

    record Counties(List<ProjectDesk.CountyRow> items) {}

    CountyController(ProjectDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/housing/counties")
    Outcome<Counties> counties(Actor actor) {
        if (!actor.hasAny(READERS)) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE").required(READERS, actor.roles()));
        }
        return Outcome.done(new Counties(desk.counties().stream()
                .filter(row -> actor.mayActIn(row.district()))
                .toList()));
    }
}
