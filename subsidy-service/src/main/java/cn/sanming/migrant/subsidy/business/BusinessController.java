package cn.sanming.migrant.subsidy.business;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.web.Body;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// New businesses and their follow-ups over HTTP: officers and the owner register them, officers visit them.
@RestController
class BusinessController {

    private static final String FOLLOW_UPS = "/api/v1/subsidies/business-follow-ups";

    private final MongoTemplate mongo;
    private final BusinessDesk desk;

    record Request(String uscc, String ownerPersonId, LocalDate registeredOn, String district) {}

    record Visit(boolean operating, @PositiveOrZero int employees) {}

    record FollowUp(
            String id,
            String state,
            String businessUscc,
            int monthNo,
            LocalDate dueOn,
            @Nullable LocalDate doneOn,
            @Nullable Boolean operating,
            @Nullable Integer employees) {

        static FollowUp of(BusinessFollowUp one) {
            return new FollowUp(
                    one.id(),
                    one.file().state(),
                    one.businessUscc(),
                    one.monthNo(),
                    one.dueOn(),
                    one.doneOn(),
                    one.operating(),
                    one.employees());
        }
    }

    BusinessController(MongoTemplate mongo, BusinessDesk desk) {
        this.mongo = mongo;
        this.desk = desk;
    }

    @PostMapping(BusinessDesk.PATH)
    Outcome<Business> register(@Body Request body, CommandContext context) {
        var actor = context.actor();
        boolean officer = actor.has("HR_OFFICER") && actor.mayActIn(body.district());
        if (!officer && !body.ownerPersonId().equals(actor.workerId())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_BUSINESS"));
        }
        var faults = new ArrayList<Reason>();
        if (CreditCode.fault(body.uscc()).isPresent()) {
            faults.add(Reason.at("/uscc", "INVALID_CREDIT_CODE"));
        }
        if (Divisions.sanming().find(body.district()).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (body.registeredOn().isAfter(context.today())) {
            faults.add(Reason.at("/registered_on", "IN_THE_FUTURE"));
        }
        return faults.isEmpty()
                ? desk.register(
                        new Business(body.uscc(), body.ownerPersonId(), body.registeredOn(), body.district()), context)
                : Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
    }

    @GetMapping(BusinessDesk.PATH + "/{uscc}")
    Outcome<Business> one(@PathVariable String uscc, Actor actor) {
        var found = mongo.findById(uscc, Business.class);
        return found == null || !mayRead(found.ownerPersonId(), found.district(), actor)
                ? Outcome.notFound()
                : Outcome.done(found);
    }

    @GetMapping(BusinessDesk.PATH + "/{uscc}/follow-ups")
    Outcome<Map<String, List<FollowUp>>> followUps(@PathVariable String uscc, Actor actor) {
        var found = mongo.findById(uscc, Business.class);
        return found == null || !mayRead(found.ownerPersonId(), found.district(), actor)
                ? Outcome.notFound()
                : Outcome.done(
                        Map.of("items", desk.of(uscc).stream().map(FollowUp::of).toList()));
    }

    /// What an officer has to visit: everything due by a day, the oldest first.
    @GetMapping(FOLLOW_UPS)
    Outcome<Map<String, List<FollowUp>>> due(@RequestParam(name = "due_by") LocalDate dueBy, Actor actor) {
        if (!actor.has("HR_OFFICER")) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var due = Criteria.where("file.state")
                .is(BusinessFollowUp.State.DUE.name())
                .and("dueOn")
                .lte(dueBy.toString());
        if (actor.county() != null) {
            due = due.and("file.district").is(actor.county());
        }
        var rows = mongo.find(Query.query(due).with(Sort.by("dueOn")).limit(200), BusinessFollowUp.class);
        return Outcome.done(Map.of("items", rows.stream().map(FollowUp::of).toList()));
    }

    @PostMapping(FOLLOW_UPS + "/{id}/done")
    Outcome<FollowUp> done(@PathVariable String id, @Body Visit body, CommandContext context) {
        var found = mongo.findById(id, BusinessFollowUp.class);
        if (found == null) {
            return Outcome.notFound();
        }
        if (!context.actor().has("HR_OFFICER")) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        return context.actor().mayActIn(found.file().district())
                ? desk.done(found, body.operating(), body.employees(), context).map(FollowUp::of)
                : Outcome.refused(Refusal.Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT"));
    }

    private static boolean mayRead(String owner, String district, Actor actor) {
        return owner.equals(actor.workerId()) || actor.has("HR_OFFICER") && actor.mayActIn(district);
    }
}
