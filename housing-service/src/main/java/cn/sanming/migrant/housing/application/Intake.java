package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.housing.ban.FraudBans;
import cn.sanming.migrant.housing.work.Spell;
import cn.sanming.migrant.housing.work.WorkBook;
import cn.sanming.migrant.housing.work.WorkHistory;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The first window (受理): the form, what is missing, acceptance.
@Component
class Intake {

    /// What is asked for when the wage department cannot say how long somebody worked.
    static final String EMPLOYMENT_PROOF = "EMPLOYMENT_PROOF";

    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final WorkYears workYears;
    private final WorkBook work;
    private final FraudBans bans;

    record Missing(@Size(min = 1, max = 30) List<@Size(min = 1, max = 60) String> missing) {}

    record Supplied(@Size(max = 30) @Nullable List<@Size(min = 1, max = 60) String> materials) {}

    /// Papers about work that an officer has seen (用工证明): contracts, pay slips, insurance lists.
    record Papers(@Size(min = 1, max = 30) List<Job> jobs) {

        record Job(
                LocalDate from,
                @Nullable LocalDate to,
                @Nullable String employerUscc,
                @Size(min = 6, max = 6) String district,
                @Size(min = 1, max = 60) String document) {}
    }

    Intake(MongoTemplate mongo, RuleBook rules, WorkYears workYears, WorkBook work, FraudBans bans) {
        this.mongo = mongo;
        this.rules = rules;
        this.workYears = workYears;
        this.work = work;
        this.bans = bans;
    }

    Outcome<HousingApplication> open(ApplicationForm form, CommandContext context) {
        var actor = context.actor();
        var own = actor.workerId();
        var person = actor.has("HOUSING_OFFICER") ? form.personId() : own;
        if (person == null) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/person_id", "REQUIRED"));
        }
        if (form.personId() != null && !form.personId().equals(person)) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.at("/person_id", "NOT_YOURSELF"));
        }
        if (Divisions.sanming().find(form.district()).isEmpty()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (own == null && !actor.mayActIn(form.district())) {
            return Outcome.refused(
                    Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT").required(form.district(), actor.county()));
        }
        var open = mongo.findOne(
                Query.query(Criteria.where("openKey").is(HousingApplication.openKey(person, form.programme()))),
                HousingApplication.class);
        if (open != null) {
            return Outcome.duplicate(ApplicationDesk.PATH + '/' + open.id);
        }
        var history = work.of(person, context.today(), List.of());
        var application = HousingApplication.submitted(person, form, years(history, context.today()), context);
        application.employmentDegraded = history.degraded();
        return Outcome.created(application, "");
    }

    Verdict returnOnce(HousingApplication application, Missing body, CommandContext context) {
        var before = application.notice;
        var visible = before == null ? List.<String>of() : before.visibleBefore(body.missing());
        return Verdict.guards()
                .require(visible.isEmpty(), OneTimeNotice.refusal(visible))
                .then(() -> {
                    if (before == null) {
                        application.notice = new OneTimeNotice(List.copyOf(body.missing()), context.today(), List.of());
                    }
                });
    }

    Verdict resubmit(HousingApplication application, Supplied body, CommandContext context) {
        var notice = application.notice;
        if (notice != null && body.materials() != null) {
            application.notice = notice.supplied(body.materials());
        }
        learn(application, context);
        return Verdict.granted();
    }

    Verdict accept(HousingApplication application, CommandContext context) {
        var ban = bans.until(application.personId);
        return Verdict.guards()
                .require(
                        ban == null || !application.applicationDate.isBefore(ban),
                        Reason.of("FRAUD_BAN").required(ban, application.applicationDate))
                .then(() -> startCheck(application, context.today()));
    }

    /// The check takes housing.check_wd working days from acceptance, or from an objection that was right.
    void startCheck(HousingApplication application, LocalDate today) {
        var days = rules.policy().on(application.applicationDate, application.file.district());
        application.acceptedOn = today;
        application.checkBy = rules.calendar().workingDaysAfter(today, days.integer("housing.check_wd"));
    }

    Verdict recordPapers(HousingApplication application, Papers body, CommandContext context) {
        var guards =
                Verdict.guards().require(ApplicationState.BEFORE_CHECK.contains(stateOf(application)), "CHECK_IS_OVER");
        for (int i = 0; i < body.jobs().size(); i++) {
            var job = body.jobs().get(i);
            guards.require(
                    Divisions.sanming()
                            .find(Divisions.sanming().current(job.district()))
                            .isPresent(),
                    Reason.at("/jobs/" + i + "/district", "NOT_IN_SANMING"));
            guards.require(
                    job.to() == null || job.to().isAfter(job.from()), Reason.at("/jobs/" + i + "/to", "ENDS_EARLY"));
        }
        return guards.then(() -> {
            var all = new ArrayList<>(application.papers);
            body.jobs()
                    .forEach(job -> all.add(
                            new Spell(job.from(), job.to(), job.employerUscc(), job.district(), Spell.Source.PAPERS)));
            application.papers = all;
            learn(application, context);
        });
    }

    /// Asks the wage department again, as it was silent before.
    Verdict confirmEmployment(HousingApplication application, CommandContext context) {
        learn(application, context);
        return Verdict.guards()
                .require(!application.employmentDegraded, "WAGE_DEPARTMENT_SILENT")
                .verdict();
    }

    /// Reckons the years of work anew, from all that is known today.
    WorkHistory learn(HousingApplication application, CommandContext context) {
        var history = work.of(application.personId, context.today(), application.papers);
        application.workYears = years(history, application.applicationDate);
        application.employmentDegraded = history.degraded();
        return history;
    }

    private Decision<WorkYears.Finding> years(WorkHistory history, LocalDate applicationDate) {
        return rules.decide(workYears, new WorkYears.Facts(history.jobs(), applicationDate));
    }

    static ApplicationState stateOf(HousingApplication application) {
        return ApplicationState.valueOf(application.file.state());
    }
}
