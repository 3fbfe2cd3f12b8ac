package cn.sanming.migrant.wage.dispatch;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.wage.register.Codes;
import jakarta.validation.constraints.PositiveOrZero;
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

/// Reports of dispatched labour over HTTP.
@RestController
@RequestMapping(DispatchDesk.PATH)
class DispatchController {

    private final DispatchDesk desk;

    DispatchController(DispatchDesk desk) {
        this.desk = desk;
    }

    record Counts(
            String employerUscc,
            String district,
            LocalDate asOf,
            @PositiveOrZero int direct,
            @PositiveOrZero int dispatched,
            @Size(max = 2000) @Nullable List<DispatchReport.Post> posts) {}

    @PostMapping
    Outcome<DispatchReport.View> report(@Body Counts body, CommandContext context) {
        var faults = Codes.faults(body.employerUscc(), body.district());
        return faults.isEmpty()
                ? desk.report(
                        new DispatchDesk.Report(
                                body.employerUscc(),
                                body.district(),
                                body.asOf(),
                                new DispatchRatio.Facts(body.direct(), body.dispatched(), body.asOf()),
                                body.posts() == null ? List.of() : body.posts()),
                        context)
                : Codes.refused(faults);
    }

    @GetMapping
    Outcome<Page<DispatchReport.View>> list(
            @RequestParam(name = "employer_uscc", required = false) @Nullable String employerUscc,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return desk.list(employerUscc, state, after, limit, actor);
    }

    @GetMapping("/{id}")
    Outcome<DispatchReport.View> one(@PathVariable String id, Actor actor) {
        return desk.one(id, actor);
    }
}
