package cn.sanming.migrant.community.health;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Everybody may see who has looked into their health data, and guardians into a child's.
@RestController
class HealthReadController {

    private final HealthReads reads;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            Instant at,
            String who,
            @Nullable String unit,
            String what,
            String recordId,
            @Nullable Purpose purpose,
            boolean granted) {}

    record Listed(List<Row> items) {}

    HealthReadController(HealthReads reads) {
        this.reads = reads;
    }

    @GetMapping("/api/v1/community/health-reads")
    Outcome<Listed> list(@RequestParam(name = "person_id", required = false) @Nullable String personId, Actor actor) {
        var me = actor.workerId();
        if (me == null) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        return Outcome.done(new Listed(reads.of(personId == null ? me : personId, me).stream()
                .map(read -> new Row(
                        read.at(),
                        read.who(),
                        read.unit(),
                        read.what(),
                        read.recordId(),
                        read.purpose(),
                        read.granted()))
                .toList()));
    }
}
