package cn.sanming.migrant.community.course;

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

/// Surveys of needs over HTTP: opened by the union, answered by workers, read by everybody.
@RestController
@RequestMapping("/api/v1/community/need-surveys")
class SurveyController {

    private final SurveyDesk desk;

    record Surveys(List<NeedSurvey> items) {}

    SurveyController(SurveyDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    Outcome<NeedSurvey> open(@Body SurveyDesk.NewSurvey body, CommandContext context) {
        return desk.open(body, context);
    }

    @GetMapping
    Surveys surveys(@RequestParam(required = false) @Nullable String district) {
        return new Surveys(desk.of(district));
    }

    @PostMapping("/{id}/votes")
    Outcome<SurveyDesk.Plan> vote(@PathVariable String id, @Body SurveyDesk.Choice body, CommandContext context) {
        return desk.vote(id, body, context);
    }

    /// The course plan: topics by votes, with the courses planned for each.
    @GetMapping("/{id}/plan")
    Outcome<SurveyDesk.Plan> plan(@PathVariable String id) {
        return desk.plan(id);
    }
}
