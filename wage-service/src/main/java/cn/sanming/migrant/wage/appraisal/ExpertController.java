package cn.sanming.migrant.wage.appraisal;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.wage.register.Registers;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The pool of experts over HTTP: kept by officers, open to everybody with a token, because a draw can only be
/// checked by who knows the pool.
@RestController
@RequestMapping("/api/v1/wages/appraisal-experts")
class ExpertController {

    private final MongoTemplate mongo;
    private final Registers registers;

    ExpertController(MongoTemplate mongo, Registers registers) {
        this.mongo = mongo;
        this.registers = registers;
    }

    record Entry(
            @Pattern(regexp = "[A-Za-z0-9-]{1,40}") String expertId,
            @Size(min = 1, max = 80) String specialty,
            @Size(min = 1, max = 80) String hospital,
            @Nullable Boolean active) {}

    /// Enters an expert, or corrects the entry; who is no longer active stays in the pool's history.
    @PostMapping
    Outcome<AppraisalExpert> enter(@Body Entry body, CommandContext context) {
        if (!context.actor().has("HR_OFFICER")) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE,
                    Reason.of("FORBIDDEN_ROLE")
                            .required("HR_OFFICER", context.actor().roles()));
        }
        var active = !Boolean.FALSE.equals(body.active());
        return Outcome.done(
                mongo.save(new AppraisalExpert(body.expertId(), body.specialty(), body.hospital(), active)));
    }

    @GetMapping
    Page<AppraisalExpert> list(
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var wanted = active == null ? Map.<String, Object>of() : Map.<String, Object>of("active", active);
        return registers.page(AppraisalExpert.class, AppraisalExpert::id, wanted, after, limit);
    }
}
