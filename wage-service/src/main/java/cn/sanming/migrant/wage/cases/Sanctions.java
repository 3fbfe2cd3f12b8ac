package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleContext;
import cn.sanming.migrant.wage.policy.Damages;
import cn.sanming.migrant.wage.policy.EmergencyAdvance;
import cn.sanming.migrant.wage.policy.PenaltyRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the inspection decides beyond the order, each kept with the rule behind it.
final class Sanctions {

    private Sanctions() {}

    /// The administrative decision (行政处理决定): pay, and damages (赔偿金) on top; 劳动合同法 art. 85.
    ///
    /// @param heardOn the day the employer was heard (陈述申辩), if it was
    record Ruling(
            LocalDate decidedOn,
            @Nullable LocalDate heardOn,
            BigDecimal rate,
            List<Award> awards,
            Decision<Damages.Finding> rule) {

        /// The employer is heard after the order expired and before the decision; the rate stays within its limits.
        Verdict.Guards guards(@Nullable PayOrder order) {
            var heard =
                    heardOn != null && order != null && heardOn.isAfter(order.dueOn()) && !heardOn.isAfter(decidedOn);
            var guards = Verdict.guards()
                    .require(heard, Reason.of("EMPLOYER_NOT_HEARD").required("after the default, by today", heardOn))
                    .require(order == null || order.revoked() == null, "ORDER_REVOKED");
            for (var code : rule.result().reasons()) {
                var limits = rule.steps().stream()
                        .filter(step -> !step.passed())
                        .map(RuleContext.Step::required)
                        .findFirst()
                        .orElse("");
                guards.require(false, Reason.of(code).clause("劳动合同法 art. 85").required(limits, rate));
            }
            return guards;
        }

        Map<String, Money> damages() {
            return awards.stream().collect(Collectors.toMap(Award::personId, Award::damages));
        }
    }

    /// One worker's damages, rounded by itself.
    record Award(String personId, Money amountDue, Money damages) {}

    /// A fine (罚款) within its range; 支付条例 art. 54 to 57.
    record Penalty(LocalDate on, String addressee, Money fine, Decision<PenaltyRange.Finding> rule) {}

    /// Wages advanced from the county fund (应急周转金), to be recovered from the employer; 支付条例 art. 63.
    record Advance(String personId, LocalDate on, Money amount, Decision<EmergencyAdvance.Finding> rule) {}

    /// A group or extreme incident (群体性事件、极端事件) that the arrears caused.
    record Incident(Kind kind, LocalDate occurredOn, String description) {
        enum Kind {
            GROUP,
            EXTREME
        }
    }

    /// A turn of the case to somebody else (移送、申请强制执行、不予立案): what, to whom, why.
    record Disposition(LocalDate on, String what, String to, String why) {}

    /// Proceedings before arbitration or court (仲裁、诉讼) about the same wages.
    ///
    /// @param amount what mediation or award confirmed
    record Arbitration(
            String disputeId,
            LocalDate acceptedOn,
            LocalDate decideBy,
            @Nullable Outcome outcome,
            @Nullable Money amount,
            @Nullable LocalDate endedOn) {

        enum Outcome {
            MEDIATED,
            AWARDED
        }

        boolean running() {
            return endedOn == null;
        }

        Arbitration ended(Outcome how, Money confirmed, LocalDate on) {
            return new Arbitration(disputeId, acceptedOn, decideBy, how, confirmed, on);
        }
    }
}
