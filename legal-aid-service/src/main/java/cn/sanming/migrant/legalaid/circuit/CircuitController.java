package cn.sanming.migrant.legalaid.circuit;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.web.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Circuit points over HTTP; anybody may look for the nearest one.
@RestController
@RequestMapping("/api/v1/legal-aid/circuit-points")
class CircuitController {

    private final CircuitDesk desk;

    record Points(List<CircuitPoint> items) {}

    record Sessions(List<CircuitSession.View> items) {}

    CircuitController(CircuitDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    Outcome<CircuitPoint> open(@Body CircuitDesk.NewPoint body, CommandContext context) {
        return desk.open(body, context);
    }

    @GetMapping
    Points points(@RequestParam(required = false) @Nullable String district) {
        return new Points(desk.points(district));
    }

    /// By coordinates, or by district where a telephone knows no better.
    @GetMapping("/nearest")
    Outcome<Points> nearest(
            @RequestParam(required = false) @Nullable Double latitude,
            @RequestParam(required = false) @Nullable Double longitude,
            @RequestParam(required = false) @Nullable String district) {
        if (latitude != null && longitude != null) {
            return Outcome.done(new Points(desk.nearest(latitude, longitude)));
        }
        return district == null
                ? Outcome.refused(Kind.VALIDATION, Reason.at("/district", "REQUIRED"))
                : Outcome.done(new Points(desk.nearest(district)));
    }

    @PostMapping("/{id}/calendar")
    Outcome<CircuitPoint> plan(@PathVariable String id, @Body CircuitDesk.Calendar body, CommandContext context) {
        return desk.plan(id, body, context);
    }

    @PostMapping("/{id}/sessions")
    Outcome<CircuitSession.View> hold(@PathVariable String id, @Body CircuitDesk.Held body, CommandContext context) {
        return desk.hold(id, body, context);
    }

    @GetMapping("/{id}/sessions")
    Sessions sessions(@PathVariable String id) {
        return new Sessions(desk.sessions(id));
    }
}
