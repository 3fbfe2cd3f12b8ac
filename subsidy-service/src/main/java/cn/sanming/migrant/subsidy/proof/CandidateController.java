package cn.sanming.migrant.subsidy.proof;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.web.Page;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The candidate lines of an agency's reward (奖补候选人员): whom it placed, and whether a contract is known.
@RestController
class CandidateController {

    private final MongoTemplate mongo;
    private final Proofs proofs;

    record Candidate(
            String placementId,
            @Nullable String personId,
            @Nullable String employerUscc,
            @Nullable String employerDistrict,
            @Nullable LocalDate employmentStart,
            @Nullable LocalDate employmentEnd,
            boolean contractKnown) {}

    CandidateController(MongoTemplate mongo, Proofs proofs) {
        this.mongo = mongo;
        this.proofs = proofs;
    }

    @GetMapping("/api/v1/subsidies/agency-candidates")
    Outcome<Page<Candidate>> list(
            @RequestParam(name = "agency_uscc") String agency,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        if (!agency.equals(actor.creditCode()) && !actor.has("HR_OFFICER")) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var wanted = Criteria.where("agencyUscc").is(agency);
        int size = Page.limit(limit);
        var query = Query.query(after == null ? wanted : wanted.and("_id").gt(after))
                .with(Sort.by("_id"))
                .limit(size + 1);
        var page = Page.of(mongo.find(query, PlacementRecord.class), size, PlacementRecord::id);
        return Outcome.done(
                new Page<>(page.items().stream().map(this::candidate).toList(), page.next()));
    }

    private Candidate candidate(PlacementRecord placed) {
        var person = placed.personId();
        var employer = placed.employerUscc();
        return new Candidate(
                placed.id(),
                person,
                employer,
                placed.district(),
                placed.startOn(),
                placed.endOn(),
                person != null && employer != null && proofs.contractSigned(person, employer));
    }
}
