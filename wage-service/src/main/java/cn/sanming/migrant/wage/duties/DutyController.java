package cn.sanming.migrant.wage.duties;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The duties of a site over HTTP, for its parties and the officers who look after it.
@RestController
class DutyController {

    private final DutyDesk desk;

    DutyController(DutyDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/wages/projects/{projectId}/duties")
    Outcome<DutyReport> duties(@PathVariable String projectId, CommandContext context) {
        return desk.report(projectId, context.today(), context.actor());
    }
}
