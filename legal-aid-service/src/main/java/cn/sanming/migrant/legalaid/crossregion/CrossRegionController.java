package cn.sanming.migrant.legalaid.crossregion;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.security.Actor;
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
    Outcome<CrossRegionRequest> ask(@Body CrossRegionDesk.Ask body, Act act) {
        return desk.ask(body, act);
    }

    @PostMapping("/{id}/answer")
    Outcome<CrossRegionRequest> answer(@PathVariable String id, Act act) {
        return desk.answer(id, act);
    }

    @GetMapping
    Outcome<Requests> list(@RequestParam(name = "case_id", required = false) @Nullable String caseId, Actor actor) {
        return desk.list(caseId, actor).map(Requests::new);
    }
}
