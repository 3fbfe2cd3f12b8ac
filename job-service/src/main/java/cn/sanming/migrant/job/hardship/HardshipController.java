package cn.sanming.migrant.job.hardship;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.web.Body;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Hardship certificates over HTTP; zero-employment families are certified by their own case, not here.
@RestController
@RequestMapping(HardshipDesk.PATH)
class HardshipController {

    private final HardshipDesk desk;
    private final MongoTemplate mongo;

    /// @param proved the officer has seen the documents; @param severe a severe disability, for the group DISABLED
    record Request(
            String personId,
            String district,
            HardshipCategory category,
            @Nullable Boolean proved,
            @Nullable Boolean severe) {}

    record View(
            String id,
            String personId,
            HardshipCategory category,
            LocalDate certifiedOn,
            LocalDate validUntil,
            Decision<HardshipRule.Finding> decision) {}

    HardshipController(HardshipDesk desk, MongoTemplate mongo) {
        this.desk = desk;
        this.mongo = mongo;
    }

    @PostMapping
    Outcome<View> certify(@Body Request body, CommandContext context) {
        if (!context.actor().has("HR_OFFICER")) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        if (!context.actor().mayActIn(body.district())) {
            return Outcome.refused(Refusal.Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT"));
        }
        var proved = Boolean.TRUE.equals(body.proved());
        if (body.category() == HardshipCategory.ZERO_EMPLOYMENT_FAMILY) {
            return Outcome.refused(Refusal.Kind.GUARD_FAILED, Reason.at("/category", "CERTIFIED_WITH_THE_FAMILY"));
        }
        var severe = Boolean.TRUE.equals(body.severe());
        return desk.certify(body.personId(), body.category(), body.district(), false, proved, severe, context)
                .map(id -> view(mongo.findById(id, HardshipCertification.class)));
    }

    /// A person's certificates, for the person and for officers of the county that issued them.
    @GetMapping
    Outcome<Map<String, List<View>>> list(@RequestParam(name = "person_id") String person, Actor actor) {
        return Outcome.done(Map.of(
                "items",
                desk.of(person).stream()
                        .filter(found -> mayRead(found, actor))
                        .map(HardshipController::view)
                        .toList()));
    }

    @GetMapping("/{id}")
    Outcome<View> one(@PathVariable String id, Actor actor) {
        var found = mongo.findById(id, HardshipCertification.class);
        return found == null || !mayRead(found, actor) ? Outcome.notFound() : Outcome.done(view(found));
    }

    private static boolean mayRead(HardshipCertification found, Actor actor) {
        return found.personId().equals(actor.workerId())
                || actor.hasAny(Set.of("HR_OFFICER", "HR_HEAD", "SUPERVISOR", "SERVICE"))
                        && actor.mayActIn(found.file().district());
    }

    private static View view(HardshipCertification found) {
        return new View(
                found.id(),
                found.personId(),
                found.category(),
                found.certifiedOn(),
                found.validUntil(),
                found.decision());
    }
}
