package cn.sanming.migrant.training.degree;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for degrees: migrant workers apply, the partner university or the office records what becomes of it.
@Component
class DegreeDesk {

    static final Command<DegreeEnrolment, DegreeEnrolment.Application> OPEN =
            Command.of("openDegreeEnrolment", DegreeEnrolment.Application.class);
    static final Command<DegreeEnrolment, Admission> ADMIT = Command.of("admitDegreeEnrolment", Admission.class);
    static final Command<DegreeEnrolment, Command.Nothing> BEGIN = Command.of("beginDegreeEnrolment");
    static final Command<DegreeEnrolment, Graduation> GRADUATE =
            Command.of("graduateDegreeEnrolment", Graduation.class);
    static final Command<DegreeEnrolment, Command.Nothing> WITHDRAW = Command.of("withdrawDegreeEnrolment");
    static final Command<DegreeEnrolment, Command.Because> STRIKE_OFF = Command.because("strikeOffDegreeEnrolment");

    private static final String PATH = "/api/v1/training/degree-enrolments";

    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final @Nullable String partnerUscc;

    record Admission(LocalDate admittedOn) {}

    record Graduation(LocalDate graduatedOn) {}

    record View(
            String id,
            String state,
            String personId,
            DegreeEnrolment.Level level,
            String programme,
            String partner,
            @Nullable LocalDate admittedOn,
            @Nullable LocalDate graduatedOn) {

        static View of(DegreeEnrolment enrolment) {
            return new View(
                    enrolment.id(),
                    enrolment.file().state(),
                    enrolment.personId(),
                    enrolment.level(),
                    enrolment.programme(),
                    enrolment.partner(),
                    enrolment.admittedOn(),
                    enrolment.graduatedOn());
        }
    }

    /// @param partnerUscc code of the partner university; without it only the office records results
    DegreeDesk(
            MongoTemplate mongo,
            Cases cases,
            RuleBook rules,
            @Value("${migrant.training.degree-partner:}") String partnerUscc) {
        this.mongo = mongo;
        this.rules = rules;
        this.partnerUscc = partnerUscc.isBlank() ? null : partnerUscc;
        cases.define(DegreeEnrolment.class, "DegreeEnrolment", PATH)
                .opens(OPEN, Set.of("WORKER"), this::apply)
                .on(ADMIT, (enrolment, body, context) -> enrolment.admit(body.admittedOn(), context))
                .on(BEGIN)
                .on(GRADUATE, (enrolment, body, context) -> enrolment.graduate(body.graduatedOn(), context))
                .on(WITHDRAW)
                .on(STRIKE_OFF)
                .firm("TRAINING_ORG", "partnerUscc", DegreeEnrolment::partnerUscc)
                .person("WORKER", "personId", DegreeEnrolment::personId)
                .shownAs(View.class, View::of);
    }

    private Outcome<DegreeEnrolment> apply(DegreeEnrolment.Application asked, CommandContext context) {
        if (Divisions.sanming().find(asked.district()).isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (!asked.personId().equals(context.actor().workerId())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/person_id", "NOT_YOU"));
        }
        if (!asked.isMigrantWorker()) {
            return Outcome.refused(
                    Refusal.Kind.NOT_ELIGIBLE,
                    Reason.at("/is_migrant_worker", "NOT_MIGRANT_WORKER").clause("measure 5"));
        }
        var same =
                mongo.find(Query.query(Criteria.where("personId").is(asked.personId())), DegreeEnrolment.class).stream()
                        .filter(enrolment -> enrolment.level() == asked.level())
                        .toList();
        var standing = same.stream().filter(DegreeEnrolment::stands).findFirst();
        if (standing.isPresent()) {
            return Outcome.duplicate(PATH + '/' + standing.get().id(), Reason.of("DUPLICATE"));
        }
        var partner = rules.context().on(context.today()).text("training.degree.partner");
        return Outcome.created(DegreeEnrolment.applied(asked, same.size(), partner, partnerUscc, context), "");
    }
}
