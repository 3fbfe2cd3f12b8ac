package cn.sanming.migrant.legalaid.consultation;

import cn.sanming.migrant.legalaid.duty.Channel;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.WorkingCalendar;
import cn.sanming.migrant.platform.web.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Takes questions and records the answers (咨询台).
@Component
class ConsultationDesk {

    private static final List<String> ADVISERS = List.of("LAWYER", "LEGAL_AID_OFFICER");

    private final MongoTemplate mongo;
    private final WorkingCalendar calendar;

    /// @param answered an adviser logs a call that has already been answered
    record Question(
            Channel channel,
            Consultation.Topic topic,
            @Nullable String district,
            @Nullable Instant askedAt,
            @Nullable Boolean answered) {}

    ConsultationDesk(MongoTemplate mongo, WorkingCalendar calendar) {
        this.mongo = mongo;
        this.calendar = calendar;
    }

    Outcome<Consultation.View> ask(Question body, CommandContext context) {
        var actor = context.actor();
        boolean adviser = actor.hasAny(ADVISERS);
        boolean answered = Boolean.TRUE.equals(body.answered());
        if (!adviser && (answered || actor.workerId() == null)) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE").required(ADVISERS, actor.roles()));
        }
        var asked = body.askedAt() == null ? context.at() : body.askedAt();
        if (asked.isAfter(context.at())) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/asked_at", "IN_THE_FUTURE"));
        }
        var consultation = Consultation.asked(
                body.channel(), body.topic(), actor.workerId(), district(body, actor), asked, context);
        if (answered) {
            consultation.answer(calendar, context);
        }
        return Outcome.created(
                mongo.insert(consultation).view(), "/api/v1/legal-aid/consultations/" + consultation.id());
    }

    private static String district(Question body, Actor actor) {
        if (body.district() != null) {
            return Divisions.sanming().current(body.district());
        }
        return actor.county() == null ? Divisions.CITY : actor.county();
    }

    Outcome<Consultation.View> answer(String id, CommandContext context) {
        if (!context.actor().hasAny(ADVISERS)) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE,
                    Reason.of("FORBIDDEN_ROLE")
                            .required(ADVISERS, context.actor().roles()));
        }
        var consultation = mongo.findById(id, Consultation.class);
        if (consultation == null) {
            return Outcome.notFound();
        }
        return consultation.answer(calendar, context)
                ? Outcome.done(mongo.save(consultation).view())
                : Outcome.refused(Kind.ILLEGAL_TRANSITION, Reason.of("ALREADY_ANSWERED"));
    }

    Outcome<Consultation.View> read(String id, Actor actor) {
        var consultation = mongo.findById(id, Consultation.class);
        return consultation != null && (actor.hasAny(ADVISERS) || consultation.isOf(actor.workerId()))
                ? Outcome.done(consultation.view())
                : Outcome.notFound();
    }

    /// Advisers see the log of their district, workers their own questions.
    Outcome<Page<Consultation.View>> list(@Nullable String after, @Nullable Integer limit, Actor actor) {
        var wanted = new Criteria();
        if (!actor.hasAny(ADVISERS)) {
            if (actor.workerId() == null) {
                return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
            }
            wanted = wanted.and("personId").is(actor.workerId());
        } else if (actor.county() != null) {
            wanted = wanted.and("file.district").is(actor.county());
        }
        if (after != null) {
            wanted = wanted.and("_id").gt(after);
        }
        int size = Page.limit(limit);
        var rows = mongo.find(Query.query(wanted).with(Sort.by("_id")).limit(size + 1), Consultation.class);
        var page = Page.of(rows, size, Consultation::id);
        return Outcome.done(
                new Page<>(page.items().stream().map(Consultation::view).toList(), page.next()));
    }
}
