package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.EnrolmentAllocation;
import cn.sanming.migrant.community.school.Stage;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.platform.web.Body;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The ranking in publicity, the waiting list and every giving out of places, for everybody to look at and decide
/// again; only case numbers and points, no child and no guardian.
@RestController
@RequestMapping("/api/v1/community")
class RankingController {

    private static final List<String> SHOWN = List.of("PUBLICISED", "ADMITTED", "COORDINATED", "ENROLLED");

    private final EnrolmentDesk desk;
    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final EnrolmentAllocation allocation;

    record Publication(String district, int schoolYear, Stage stage) {}

    record Published(int publicised) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String enrolmentId,
            Channel channel,
            String state,
            @Nullable Integer points,
            @Nullable Integer waitingPosition,
            @Nullable LocalDate objectionsUntil) {}

    record Ranking(List<Row> items) {}

    record Run(
            String id,
            Channel channel,
            Instant at,
            EnrolmentAllocation.Facts facts,
            EnrolmentAllocation.Finding finding,
            String digest) {
        static Run of(AllocationRun run) {
            return new Run(run.id(), run.channel(), run.at(), run.facts(), run.finding(), run.digest());
        }
    }

    record Runs(List<Run> items) {}

    record Replay(String id, boolean identical) {}

    RankingController(EnrolmentDesk desk, MongoTemplate mongo, RuleBook rules, EnrolmentAllocation allocation) {
        this.desk = desk;
        this.mongo = mongo;
        this.rules = rules;
        this.allocation = allocation;
    }

    /// Publicises everything that is scored, in one go.
    @PostMapping("/school-rankings/publications")
    Outcome<Published> publicise(@Body Publication body, CommandContext context) {
        if (!context.actor().has("EDU_OFFICER")) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE,
                    Reason.of("FORBIDDEN_ROLE")
                            .required("EDU_OFFICER", context.actor().roles()));
        }
        if (!context.actor().mayActIn(body.district())) {
            return Outcome.refused(
                    Kind.OTHER_DISTRICT,
                    Reason.of("OTHER_DISTRICT")
                            .required(body.district(), context.actor().county()));
        }
        var group = SchoolEnrolment.groupOf(body.district(), body.schoolYear(), body.stage());
        int moved = 0;
        for (var one : in(group, List.of(EnrolmentState.SCORED.name()))) {
            if (desk.fire(one.id, EnrolmentDesk.PUBLICISE, context) instanceof Outcome.Done<SchoolEnrolment>) {
                moved++;
            }
        }
        return Outcome.done(new Published(moved));
    }

    @GetMapping("/school-rankings")
    Ranking ranking(
            @RequestParam String district, @RequestParam("school_year") int schoolYear, @RequestParam Stage stage) {
        return new Ranking(in(SchoolEnrolment.groupOf(district, schoolYear, stage), SHOWN).stream()
                .sorted(Comparator.<SchoolEnrolment, Channel>comparing(one -> one.channel)
                        .thenComparing(one -> one.total() == null ? 0 : -one.total())
                        .thenComparing(one -> -one.pensionMonths)
                        .thenComparing(one -> one.residenceStart == null ? one.submittedOn : one.residenceStart)
                        .thenComparing(one -> one.id))
                .map(one -> new Row(
                        one.id, one.channel, one.file.state(), one.total(), one.waitingPosition, one.objectionsUntil))
                .toList());
    }

    @GetMapping("/school-allocations")
    Runs runs(@RequestParam String district, @RequestParam("school_year") int schoolYear, @RequestParam Stage stage) {
        var group = SchoolEnrolment.groupOf(district, schoolYear, stage);
        return new Runs(
                mongo
                        .find(Query.query(Criteria.where("group").is(group)).with(Sort.by("_id")), AllocationRun.class)
                        .stream()
                        .map(Run::of)
                        .toList());
    }

    /// Decides again from what was kept and says whether the same comes out.
    @PostMapping("/school-allocations/{id}/replays")
    Outcome<Replay> replay(@PathVariable String id) {
        var run = mongo.findById(id, AllocationRun.class);
        return run == null
                ? Outcome.notFound()
                : Outcome.done(new Replay(id, run.replaysIdentically(rules, allocation)));
    }

    private List<SchoolEnrolment> in(String group, List<String> states) {
        return mongo.find(
                Query.query(Criteria.where("group").is(group).and("file.state").in(states)), SchoolEnrolment.class);
    }
}
