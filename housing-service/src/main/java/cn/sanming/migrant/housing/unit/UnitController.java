package cn.sanming.migrant.housing.unit;

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

/// Units over HTTP.
@RestController
@RequestMapping("/api/v1/housing/units")
class UnitController {

    private final UnitDesk desk;

    UnitController(UnitDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    Outcome<UnitDesk.Registered> register(@Body Registration sheet, CommandContext context) {
        return desk.register(sheet, context);
    }

    @GetMapping
    Outcome<Page<UnitView>> list(
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(name = "project_id", required = false) @Nullable String projectId,
            @RequestParam(required = false) @Nullable UnitState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return desk.list(district, projectId, state, after, limit, actor);
    }

    @GetMapping("/{id}")
    Outcome<UnitView> one(@PathVariable String id, Actor actor) {
        return desk.one(id, actor);
    }

    @PostMapping("/{id}/close")
    Outcome<UnitView> close(@PathVariable String id, CommandContext context) {
        return desk.change(id, UnitState.FREE, UnitState.CLOSED, context);
    }

    @PostMapping("/{id}/reopen")
    Outcome<UnitView> reopen(@PathVariable String id, CommandContext context) {
        return desk.change(id, UnitState.CLOSED, UnitState.FREE, context);
    }
}
