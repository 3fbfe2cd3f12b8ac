package cn.sanming.migrant.job.agreement;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window for labour agreements; each night it lets those begin and end whose day has come.
@Component
class AgreementDesk implements BusinessJob {

    private final Dockets dockets;
    private final Docket<LabourAgreement> docket;

    record Signature(LocalDate signedOn) {}

    /// @param renewBy from when on renewal should be talked about
    record View(
            String id,
            String state,
            LabourAgreement.Terms terms,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate renewBy) {}

    AgreementDesk(Dockets dockets, RuleBook rules) {
        this.dockets = dockets;
        this.docket = dockets.declare(LabourAgreement.class, "LabourAgreement", "/api/v1/jobs/agreements")
                .opens(
                        LabourAgreement.Terms.class,
                        Set.of("HR_OFFICER"),
                        (terms, act) -> Outcome.created(LabourAgreement.draft(terms, act), ""))
                .on("sign", Signature.class, (agreement, body, act) -> agreement.sign(body.signedOn(), act))
                .on("activate", LabourAgreement::activate)
                .on("expire", LabourAgreement::expire)
                .onReason("terminate")
                .shownAs(View.class, agreement -> view(agreement, rules));
    }

    private static View view(LabourAgreement agreement, RuleBook rules) {
        var until = agreement.terms().validUntil();
        var renewBy = until == null
                ? null
                : until.minusDays(rules.grounds().on(until).integer("job.agreement.renewal_notice_days"));
        return new View(agreement.id(), agreement.file().state(), agreement.terms(), agreement.signedOn(), renewBy);
    }

    @Override
    public String name() {
        return "labour-agreements";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 10);
    }

    @Override
    public void run(LocalDate businessDate) {
        var act = Act.ofSystem(businessDate.atTime(at()).atZone(Dates.ZONE).toInstant());
        dockets.sweep(
                docket,
                List.of(LabourAgreement.State.SIGNED),
                agreement -> agreement.begunBy(businessDate) ? "activate" : null,
                act);
        dockets.sweep(
                docket,
                List.of(LabourAgreement.State.ACTIVE),
                agreement -> agreement.overBy(businessDate) ? "expire" : null,
                act);
    }
}
