package cn.sanming.migrant.legalaid.crossregion;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.web.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Requests to other regions over HTTP.
@RestController
@RequestMapping("/api/v1/legal-aid/cross-region-requests")
class CrossRegionController {

    private final CrossRegionDesk desk;

    record Requests(List<CrossRegionRequest> items) {}

    CrossRegionController(CrossRegionDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    Outcome<CrossRegionRequest> ask(@Body CrossRegionDesk.Ask body, CommandContext context) {
        return desk.ask(body, context);
    }

    @PostMapping("/{id}/answer")
    Outcome<CrossRegionRequest> answer(@PathVariable String id, CommandContext context) {
        return desk.answer(id, context);
    }

    @GetMapping
    Outcome<Requests> list(@RequestParam(name = "case_id", required = false) @Nullable String caseId, Actor actor) {
        return desk.list(caseId, actor).map(Requests::new);
    }
}
