package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.Divisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes applications in (受理). Where a migrant worker's means are not looked at, a question about them is itself
/// refused.
@Component
class AidIntake {

    private final AidRules rules;

    AidIntake(AidRules rules) {
        this.rules = rules;
    }

    Outcome<LegalAidCase> apply(AidApplication application, CommandContext context) {
        var person = person(application, context.actor());
        var faults = faults(application, person);
        if (person == null || !faults.isEmpty()) {
            return Outcome.refused(new Refusal(Kind.VALIDATION, faults, null));
        }
        if (context.actor().workerId() != null && !context.actor().workerId().equals(person)) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.at("/person_id", "ONLY_FOR_YOURSELF"));
        }
        if (!context.actor().mayActIn(application.district()) && context.actor().workerId() == null) {
            return Outcome.refused(Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
        }
        return Outcome.created(open(Ids.next("la"), person, null, application, context), "");
    }

    private static @Nullable String person(AidApplication application, Actor actor) {
        return application.personId() == null
                ? actor.workerId()
                : application.personId().value();
    }

    private static List<Reason> faults(AidApplication application, @Nullable String person) {
        var faults = new ArrayList<Reason>();
        if (person == null) {
            faults.add(Reason.at("/person_id", "REQUIRED"));
        }
        if (Divisions.sanming()
                .find(Divisions.sanming().current(application.district()))
                .isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        boolean exempt = application.migrantWorker() && application.matter().exemptForMigrants();
        var income = application.perCapitaMonthlyIncome();
        if (exempt && income != null) {
            faults.add(Reason.at("/per_capita_monthly_income", "NOT_ASKED").clause("法律援助法第42条"));
        }
        if (!exempt && income == null) {
            faults.add(Reason.at("/per_capita_monthly_income", "REQUIRED").clause("法律援助法第41条"));
        }
        return faults;
    }

    LegalAidCase open(
            String id, String person, @Nullable String groupId, AidApplication application, CommandContext context) {
        var today = context.today();
        var review = rules.review(
                application.matter(), application.migrantWorker(), application.perCapitaMonthlyIncome(), today, null);
        var limitation = application.limitationLastDay() == null
                ? rules.limitation(application.matter(), application.employmentEndedOn())
                : application.limitationLastDay();
        var district = Divisions.sanming().current(application.district());
        var reviewBy = Objects.requireNonNull(review.result().reviewBy());
        var subject = new LegalAidCase(
                id,
                CaseFile.opened(id, AidState.SUBMITTED, district, context),
                application.reference(),
                person,
                application.matter(),
                application.migrantWorker(),
                groupId,
                application.employerUscc(),
                application.stationId(),
                today,
                limitation,
                application.perCapitaMonthlyIncome(),
                review,
                reviewBy);
        if (application.materials() != null) {
            subject.materials.addAll(application.materials());
        }
        subject.file.record(
                new AidEvent.Submitted(
                        id,
                        person,
                        application.matter(),
                        groupId,
                        district,
                        today,
                        reviewBy,
                        subject.meansTestRequired()),
                context);
        return subject;
    }
}
