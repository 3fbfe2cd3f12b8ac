package cn.sanming.migrant.job.guidance;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.web.Body;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

/// Officers note their talks; people read their own.
@RestController
@RequestMapping(GuidanceController.PATH)
class GuidanceController {

    static final String PATH = "/api/v1/jobs/guidance-sessions";

    private static final Set<String> READERS = Set.of("HR_OFFICER", "HR_HEAD", "SUPERVISOR");

    private final MongoTemplate mongo;

    record Held(
            String personId,
            String district,
            LocalDate heldOn,
            GuidanceSession.Topic topic,
            @NotBlank @Size(max = 1000) String outcome,
            @Nullable LocalDate followUpOn) {}

    record Sessions(List<GuidanceSession> items) {}

    GuidanceController(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @PostMapping
    Outcome<GuidanceSession> hold(@Body Held body, CommandContext context) {
        var actor = context.actor();
        if (!actor.has("HR_OFFICER")) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        if (!actor.mayActIn(body.district())) {
            return Outcome.refused(Refusal.Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
        }
        var faults = new ArrayList<Reason>();
        if (Divisions.sanming().find(body.district()).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (body.heldOn().isAfter(context.today())) {
            faults.add(Reason.at("/held_on", "IN_THE_FUTURE").required(context.today(), body.heldOn()));
        }
        if (body.followUpOn() != null && body.followUpOn().isBefore(body.heldOn())) {
            faults.add(Reason.at("/follow_up_on", "BEFORE_START").required(body.heldOn(), body.followUpOn()));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        var session = mongo.insert(new GuidanceSession(
                Ids.next("gs"),
                body.personId(),
                body.district(),
                actor.id(),
                body.heldOn(),
                body.topic(),
                body.outcome(),
                body.followUpOn()));
        return Outcome.created(session, PATH + '/' + session.id());
    }

    @GetMapping("/{id}")
    Outcome<GuidanceSession> one(@PathVariable String id, Actor actor) {
        var session = mongo.findById(id, GuidanceSession.class);
        return session == null || !maySee(session, actor) ? Outcome.notFound() : Outcome.done(session);
    }

    @GetMapping
    Outcome<Sessions> list(@RequestParam(name = "person_id") String person, Actor actor) {
        var query = Query.query(Criteria.where("personId").is(person)).with(Sort.by("heldOn", "_id"));
        return Outcome.done(new Sessions(mongo.find(query, GuidanceSession.class).stream()
                .filter(session -> maySee(session, actor))
                .toList()));
    }

    private static boolean maySee(GuidanceSession session, Actor actor) {
        return session.personId().equals(actor.workerId())
                || actor.hasAny(READERS) && actor.mayActIn(session.district());
    }
}
