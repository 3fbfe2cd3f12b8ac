package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.cases.Sanctions.Arbitration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Marks cases whose wages went to arbitration, and what came out of it (监察条例 art. 21).
@Component
public class Arbitrations {

    private final Disputes disputes;
    private final Cases cases;
    private final CaseDesk desk;

    Arbitrations(Disputes disputes, Cases cases, CaseDesk desk) {
        this.disputes = disputes;
        this.cases = cases;
        this.desk = desk;
    }

    public void accepted(
            String disputeId,
            String employerUscc,
            String district,
            LocalDate acceptedOn,
            LocalDate decideBy,
            CommandContext context) {
        var known = disputes.find(disputeId);
        if (known.isPresent()) {
            return;
        }
        var arbitration = new Arbitration(disputeId, acceptedOn, decideBy, null, null, null);
        for (var subject : disputes.openCases(employerUscc, district)) {
            cases.fire(subject.id(), CaseDesk.NOTE_DISPUTE, arbitration, context)
                    .orRetry();
        }
        // last, so that a repetition after a crash begins again
        disputes.keep(new Disputes.Known(disputeId, employerUscc, district, arbitration));
    }

    public void mediated(String disputeId, Money amount, LocalDate on, CommandContext context) {
        ended(disputeId, Arbitration.Outcome.MEDIATED, amount, on, context);
    }

    public void awarded(String disputeId, Money amount, LocalDate on, CommandContext context) {
        ended(disputeId, Arbitration.Outcome.AWARDED, amount, on, context);
    }

    private void ended(String disputeId, Arbitration.Outcome how, Money amount, LocalDate on, CommandContext context) {
        disputes.find(disputeId).filter(known -> known.arbitration().running()).ifPresent(known -> {
            var end = new CaseDesk.DisputeEnd(disputeId, how, amount, on);
            for (var subject : disputes.openCases(known.employerUscc(), known.district())) {
                if (subject.annexes().concerns(disputeId)) {
                    cases.fire(subject.id(), CaseDesk.NOTE_DISPUTE_END, end, context)
                            .orRetry();
                }
            }
            disputes.keep(new Disputes.Known(
                    disputeId,
                    known.employerUscc(),
                    known.district(),
                    known.arbitration().ended(how, amount, on)));
        });
    }
}
