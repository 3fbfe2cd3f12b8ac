package cn.sanming.migrant.legalaid.crossregion;

import cn.sanming.migrant.legalaid.aid.AidDesk;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Asks other regions and reminds them after ten working days (异地协作窗口).
@Component
class CrossRegionDesk {

    private static final List<String> ASKERS = List.of("LEGAL_AID_OFFICER", "LAWYER");

    private final MongoTemplate mongo;
    private final AidDesk cases;
    private final RuleBook rules;

    /// @param toRegion six-digit code of the other region, anywhere in China
    record Ask(String caseId, @Pattern(regexp = "[0-9]{6}") String toRegion, CrossRegionRequest.Kind kind) {}

    CrossRegionDesk(MongoTemplate mongo, AidDesk cases, RuleBook rules) {
        this.mongo = mongo;
        this.cases = cases;
        this.rules = rules;
    }

    Outcome<CrossRegionRequest> ask(Ask body, CommandContext context) {
        var place = cases.placeOf(body.caseId(), context.actor()).orElse(null);
        if (!context.actor().hasAny(ASKERS)) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE,
                    Reason.of("FORBIDDEN_ROLE").required(ASKERS, context.actor().roles()));
        }
        if (place == null) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/case_id", "UNKNOWN_CASE"));
        }
        var request = new CrossRegionRequest(
                Ids.next("cr"),
                null,
                body.caseId(),
                place,
                body.toRegion(),
                body.kind(),
                context.today(),
                remindOn(context.today()),
                null,
                null,
                true);
        return Outcome.created(mongo.insert(request), "/api/v1/legal-aid/cross-region-requests/" + request.id());
    }

    Outcome<CrossRegionRequest> answer(String id, CommandContext context) {
        var request = mongo.findById(id, CrossRegionRequest.class);
        if (request == null || cases.placeOf(request.caseId(), context.actor()).isEmpty()) {
            return Outcome.notFound();
        }
        return request.open()
                ? Outcome.done(mongo.save(request.answered(context.today())))
                : Outcome.refused(Kind.ILLEGAL_TRANSITION, Reason.of("ALREADY_ANSWERED"));
    }

    /// The requests of a case, or all open ones of the officer's district.
    Outcome<List<CrossRegionRequest>> list(@Nullable String caseId, Actor actor) {
        if (caseId != null) {
            return cases.placeOf(caseId, actor).isEmpty()
                    ? Outcome.notFound()
                    : Outcome.done(find(Criteria.where("caseId").is(caseId)));
        }
        if (!actor.has("LEGAL_AID_OFFICER")) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        return Outcome.done(find(Criteria.where("open").is(true)).stream()
                .filter(request -> actor.mayActIn(request.district()))
                .toList());
    }

    /// Reminds a region that has not answered, and again after as many days.
    void remind(String id, LocalDate on) {
        var request = mongo.findById(id, CrossRegionRequest.class);
        if (request != null && request.open() && request.remindOn().isBefore(on)) {
            mongo.save(request.reminded(on, remindOn(on)));
        }
    }

    private LocalDate remindOn(LocalDate from) {
        var ruleContext = rules.context();
        return ruleContext
                .calendar()
                .workingDaysAfter(from, ruleContext.on(from).integer("legalaid.crossregion.remind_wd"));
    }

    private List<CrossRegionRequest> find(Criteria criteria) {
        return mongo.find(Query.query(criteria).with(Sort.by("_id")), CrossRegionRequest.class);
    }
}
