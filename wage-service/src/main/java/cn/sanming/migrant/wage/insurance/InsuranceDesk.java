package cn.sanming.migrant.wage.insurance;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.wage.register.Registers;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for insurance records: entered by the employer, by flexible workers for themselves, or by an officer.
@Component
class InsuranceDesk {

    static final String PATH = "/api/v1/wages/insurance-records";
    private static final Set<String> OFFICERS = Set.of("HR_OFFICER", "HR_HEAD", "INSPECTOR", "SUPERVISOR", "SERVICE");

    private final MongoTemplate mongo;
    private final Registers registers;
    private final RuleBook rules;

    /// @param to the last insured day, for a spell that is over already
    record Enrolment(
            String personId,
            Scheme scheme,
            @Nullable String employerUscc,
            String district,
            LocalDate from,
            @Nullable LocalDate to,
            int monthsPaid,
            boolean contractMigrantWorker) {}

    InsuranceDesk(MongoTemplate mongo, Registers registers, RuleBook rules) {
        this.mongo = mongo;
        this.registers = registers;
        this.rules = rules;
    }

    Outcome<InsuranceRecord.View> enrol(Enrolment wanted, CommandContext context) {
        if (!mayWrite(wanted.personId(), wanted.employerUscc(), wanted.district(), context.actor())) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_INSURANCE"));
        }
        var twice = overlapping(wanted);
        if (twice.isPresent()) {
            return Outcome.duplicate(
                    PATH + '/' + twice.get().id(), Reason.of("INSURED_TWICE").clause("M16.2"));
        }
        var id = Ids.next("in");
        var begun = InsuranceRecord.begin(
                id,
                wanted.personId(),
                wanted.scheme(),
                wanted.employerUscc(),
                wanted.district(),
                wanted.from(),
                wanted.contractMigrantWorker(),
                wanted.monthsPaid());
        if (wanted.to() != null && begun.end(wanted.to()) instanceof Verdict.Refused(Refusal refusal)) {
            return Outcome.refused(refusal);
        }
        return registers
                .enter(begun, PATH + '/' + id, lost -> overlapping(wanted)
                        .map(other -> PATH + '/' + other.id())
                        .orElse(PATH))
                .map(record -> view(record, context.today()));
    }

    private Optional<InsuranceRecord> overlapping(Enrolment wanted) {
        var all = mongo.find(Query.query(Criteria.where("personId").is(wanted.personId())), InsuranceRecord.class);
        return all.stream()
                .filter(record -> record.scheme() == wanted.scheme() && record.meets(wanted.from(), wanted.to()))
                .findFirst();
    }

    Outcome<InsuranceRecord.View> paid(String id, int months, CommandContext context) {
        return registers
                .change(
                        InsuranceRecord.class,
                        id,
                        found -> mayWrite(found, context.actor()),
                        found -> found.paid(months))
                .map(record -> view(record, context.today()));
    }

    Outcome<InsuranceRecord.View> end(String id, LocalDate lastDay, CommandContext context) {
        return registers
                .change(
                        InsuranceRecord.class,
                        id,
                        found -> mayWrite(found, context.actor()),
                        found -> found.end(lastDay))
                .map(record -> view(record, context.today()));
    }

    Outcome<InsuranceRecord.View> one(String id, CommandContext context) {
        var actor = context.actor();
        return registers
                .find(InsuranceRecord.class, id)
                .filter(found -> mayWrite(found, actor)
                        || found.personId().equals(actor.workerId())
                        || actor.hasAny(OFFICERS) && actor.mayActIn(found.district()))
                .map(found -> Outcome.done(view(found, context.today())))
                .orElseGet(Outcome::notFound);
    }

    Outcome<Page<InsuranceRecord.View>> list(
            @Nullable String personId,
            @Nullable String employerUscc,
            @Nullable Scheme scheme,
            @Nullable String after,
            @Nullable Integer limit,
            CommandContext context) {
        var actor = context.actor();
        var wanted = new HashMap<String, @Nullable Object>();
        wanted.put("personId", personId);
        wanted.put("employerUscc", employerUscc);
        wanted.put("scheme", scheme == null ? null : scheme.name());
        if (actor.hasAny(OFFICERS)) {
            wanted.put("district", actor.county());
        } else if (actor.workerId() != null) {
            wanted.put("personId", actor.workerId());
        } else if (actor.creditCode() != null) {
            wanted.put("employerUscc", actor.creditCode());
        } else {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var page = registers.page(InsuranceRecord.class, InsuranceRecord::id, wanted, after, limit);
        return Outcome.done(Registers.shown(page, record -> view(record, context.today())));
    }

    /// How many are insured, by scheme; the city sees all counties together.
    Outcome<Map<Scheme, Long>> counts(Actor actor) {
        if (!actor.hasAny(OFFICERS)) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE").required(OFFICERS, actor.roles()));
        }
        var counts = new EnumMap<Scheme, Long>(Scheme.class);
        for (var scheme : Scheme.values()) {
            var wanted = Criteria.where("scheme").is(scheme.name()).and("open").is(true);
            if (actor.county() != null) {
                wanted = wanted.and("district").is(actor.county());
            }
            counts.put(scheme, mongo.count(Query.query(wanted), InsuranceRecord.class));
        }
        return Outcome.done(counts);
    }

    private InsuranceRecord.View view(InsuranceRecord record, LocalDate today) {
        var hint = BenefitHint.of(
                record.scheme(),
                record.monthsPaid(),
                record.contractMigrantWorker(),
                rules.policy().on(today, record.district()));
        return record.view(hint.orElse(null));
    }

    private static boolean mayWrite(InsuranceRecord record, Actor actor) {
        return mayWrite(record.personId(), record.employerUscc(), record.district(), actor);
    }

    private static boolean mayWrite(String personId, @Nullable String employerUscc, String district, Actor actor) {
        return actor.has("HR_OFFICER") && actor.mayActIn(district)
                || employerUscc != null && employerUscc.equals(actor.creditCode())
                || employerUscc == null && personId.equals(actor.workerId());
    }
}
