package cn.sanming.migrant.training.appraisal;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The directory of agencies (鉴定机构名录): officers keep it, everybody finds one where they work.
@RestController
class AgencyController {

    private final MongoTemplate mongo;

    record Details(
            @NotBlank String name,
            @Pattern(regexp = "[1-8][0-9]{5}") String region,
            @NotEmpty List<String> occupationCodes) {}

    AgencyController(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @PutMapping("/api/v1/training/appraisal-agencies/{uscc}")
    Outcome<Agency> keep(@PathVariable String uscc, @Body Details details, Actor actor) {
        if (!actor.has("HR_OFFICER")) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        if (CreditCode.fault(uscc).isPresent()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/uscc", "INVALID"));
        }
        return Outcome.done(mongo.save(new Agency(uscc, details.name(), details.region(), details.occupationCodes())));
    }

    @GetMapping("/api/v1/training/appraisal-agencies")
    Page<Agency> list(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Page.limit(limit);
        var wanted = region == null ? new Criteria() : Criteria.where("region").is(region);
        if (after != null) {
            wanted = wanted.and("_id").gt(after);
        }
        var rows = mongo.find(Query.query(wanted).with(Sort.by("_id")).limit(size + 1), Agency.class);
        return Page.of(rows, size, Agency::uscc);
    }
}
