package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.legalaid.arbitration.ClaimKind;
import cn.sanming.migrant.legalaid.arbitration.Limitation;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rules of legal aid as the desk asks them (审查依据).
@Component
class AidRules {

    private final RuleBook rules;
    private final LegalAidReview review;
    private final LegalAidUrgent urgent;
    private final Limitation limitation;

    AidRules(RuleBook rules, LegalAidReview review, LegalAidUrgent urgent, Limitation limitation) {
        this.rules = rules;
        this.review = review;
        this.urgent = urgent;
        this.limitation = limitation;
    }

    Decision<LegalAidReview.Finding> review(
            Matter matter,
            boolean migrant,
            @Nullable Money income,
            LocalDate submittedOn,
            @Nullable LocalDate grantedOn) {
        return rules.decide(
                review, new LegalAidReview.Facts(migrant, matter.name(), income, null, submittedOn, grantedOn));
    }

    Decision<LegalAidReview.Finding> review(LegalAidCase subject, LocalDate clockFrom, @Nullable LocalDate grantedOn) {
        return review(subject.matter, subject.migrantWorker, subject.perCapitaMonthlyIncome, clockFrom, grantedOn);
    }

    Decision<LegalAidUrgent.Finding> urgency(
            LegalAidCase subject, boolean preservation, boolean advanceEnforcement, CommandContext context) {
        return rules.decide(
                urgent,
                new LegalAidUrgent.Facts(subject.limitationLastDay, context.today(), preservation, advanceEnforcement));
    }

    @Nullable
    LocalDate limitation(Matter matter, @Nullable LocalDate employmentEndedOn) {
        if (employmentEndedOn == null) {
            return null;
        }
        var kind = matter == Matter.LABOUR_PAY ? ClaimKind.LABOUR_PAY : ClaimKind.OTHER;
        return rules.decide(limitation, new Limitation.Facts(kind.name(), employmentEndedOn, null, null))
                .result()
                .lastDay();
    }

    LocalDate objectionBy(LocalDate objectedOn) {
        var ruleContext = rules.context();
        return ruleContext
                .calendar()
                .calendarDaysAfter(objectedOn, ruleContext.on(objectedOn).integer("legalaid.objection_days"));
    }
}
