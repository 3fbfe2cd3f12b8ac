package cn.sanming.migrant.wage.realname;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The real-name register over HTTP; attendance machines at the gate hand in here.
@RestController
@RequestMapping("/api/v1/wages/projects/{projectId}")
class RealNameController {

    private final RealNameRegister register;

    RealNameController(RealNameRegister register) {
        this.register = register;
    }

    @PostMapping("/workers")
    Outcome<RealNameView> enter(@PathVariable String projectId, @Body Entrance body, CommandContext context) {
        return register.enter(projectId, body, context);
    }

    @GetMapping("/workers")
    Outcome<Page<RealNameView>> list(
            @PathVariable String projectId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return register.list(projectId, after, limit, actor);
    }

    @GetMapping("/workers/{personId}")
    Outcome<RealNameView> one(@PathVariable String projectId, @PathVariable String personId, Actor actor) {
        return register.one(projectId, personId, actor);
    }

    @PostMapping("/workers/{personId}/leave")
    Outcome<RealNameView> leave(
            @PathVariable String projectId,
            @PathVariable String personId,
            @Body RealNameRegister.Departure body,
            CommandContext context) {
        return register.leave(projectId, personId, body, context);
    }

    @PostMapping("/attendance")
    Outcome<RealNameRegister.Recorded> attend(
            @PathVariable String projectId, @Body RealNameRegister.Attendance body, CommandContext context) {
        return register.attend(projectId, body, context);
    }
}
