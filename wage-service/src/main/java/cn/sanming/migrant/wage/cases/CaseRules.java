package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.wage.cases.Sanctions.Award;
import cn.sanming.migrant.wage.policy.CrimeThreshold;
import cn.sanming.migrant.wage.policy.Damages;
import cn.sanming.migrant.wage.policy.EmergencyAdvance;
import cn.sanming.migrant.wage.policy.InvestigationDeadline;
import cn.sanming.migrant.wage.policy.LiabilityOrder;
import cn.sanming.migrant.wage.policy.PenaltyRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rules and deadlines that decide arrears cases.
@Component
final class CaseRules {

    private final RuleBook book;
    private final InvestigationDeadline investigation;
    private final LiabilityOrder liability;
    private final CrimeThreshold crime;
    private final Damages damages;
    private final PenaltyRange penalties;
    private final EmergencyAdvance advances;

    CaseRules(
            RuleBook book,
            InvestigationDeadline investigation,
            LiabilityOrder liability,
            CrimeThreshold crime,
            Damages damages,
            PenaltyRange penalties,
            EmergencyAdvance advances) {
        this.book = book;
        this.investigation = investigation;
        this.liability = liability;
        this.crime = crime;
        this.damages = damages;
        this.penalties = penalties;
        this.advances = advances;
    }

    /// The last day to file a clue (立案期限).
    LocalDate fileBy(LocalDate receivedOn) {
        return workingDays(receivedOn, "wage.case.file_wd");
    }

    /// The last day an order may give the employer to pay.
    LocalDate dueAtLatest(LocalDate issuedOn) {
        return workingDays(issuedOn, "wage.order.pay_wd");
    }

    /// A breach that ended before this day is too old to be filed (监察条例 art. 20).
    LocalDate lookback(LocalDate receivedOn) {
        int years = book.context().on(receivedOn).integer("wage.case.lookback_years");
        return Dates.addYears(receivedOn, -years);
    }

    LocalDate today() {
        return book.context().today();
    }

    private LocalDate workingDays(LocalDate from, String parameter) {
        var ruleContext = book.context();
        return ruleContext
                .calendar()
                .workingDaysAfter(from, ruleContext.on(from).integer(parameter));
    }

    Decision<InvestigationDeadline.Finding> investigation(LocalDate filedOn) {
        return book.decide(investigation, new InvestigationDeadline.Facts(filedOn));
    }

    Decision<LiabilityOrder.Finding> liability(LiabilityOrder.Facts facts) {
        return book.decide(liability, facts);
    }

    /// @param open the accounts that were not paid when the order expired
    Decision<CrimeThreshold.Finding> crime(List<Reckoning.Line> open, LocalDate on, @Nullable String district) {
        var workers = open.stream()
                .map(line -> new CrimeThreshold.Workers(1, line.months(), line.outstanding()))
                .toList();
        return book.decide(crime, new CrimeThreshold.Facts(workers, on, district));
    }

    Decision<Damages.Finding> damages(Money due, BigDecimal rate, LocalDate on) {
        return book.decide(damages, new Damages.Facts(due, rate, on));
    }

    /// Each worker's damages, rounded line by line; their sum is what the ruling says.
    List<Award> awards(List<Reckoning.Line> open, BigDecimal rate, LocalDate on) {
        return open.stream()
                .map(line -> new Award(
                        line.personId(),
                        line.outstanding(),
                        damages(line.outstanding(), rate, on).result().damages()))
                .toList();
    }

    Decision<PenaltyRange.Finding> penalty(CaseForms.PenaltyForm form, LocalDate on) {
        return book.decide(
                penalties,
                new PenaltyRange.Facts(form.article(), form.correctedInTime(), form.fine(), form.fined(), on));
    }

    Decision<EmergencyAdvance.Finding> advance(Money owed, String district, LocalDate on) {
        return book.decide(advances, new EmergencyAdvance.Facts(owed, null, district, on));
    }
}
