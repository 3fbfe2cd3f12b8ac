package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.legalaid.dispute.Filing.Side;
import cn.sanming.migrant.platform.cases.Command.Nothing;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What follows an award or a settlement (裁审衔接、执行): effect, suit, annulment, enforcement, satisfaction; and withdrawal.
@Component
class Remedies {

    /// The grounds of 调解仲裁法 art. 49 on which a final award may be annulled.
    enum AnnulmentGround {
        LAW_MISAPPLIED,
        NO_JURISDICTION,
        PROCEDURE_VIOLATED,
        EVIDENCE_FORGED,
        EVIDENCE_WITHHELD,
        ARBITRATOR_CORRUPT
    }

    record Annulment(AnnulmentGround ground) {}

    /// @param received all that the applicants have received on this award or settlement
    record Receipt(Money received) {}

    Verdict withdraw(Dispute dispute, CommandContext context) {
        return Verdict.guards()
                .require(dispute.speaksFor(dispute.filing.appliedBy(), context.actor()), "APPLICANT_ONLY")
                .verdict();
    }

    Verdict takeEffect(Dispute dispute, CommandContext context) {
        var award = dispute.award;
        return Verdict.guards()
                .require(
                        award != null && mayTakeEffect(award, context.today()),
                        Reason.of("SUE_DAYS_RUNNING").clause("调解仲裁法第50条"))
                .verdict();
    }

    static boolean mayTakeEffect(Award award, LocalDate on) {
        return award.isFinal() || on.isAfter(award.sueUntil());
    }

    /// The employer never sues against a final award; once an award is in effect only the worker does, against a
    /// final one.
    Verdict sue(Dispute dispute, CommandContext context) {
        var award = dispute.award;
        if (award == null) {
            return Verdict.guardFailed("NO_AWARD");
        }
        boolean byWorker = dispute.speaksFor(Side.WORKER, context.actor());
        boolean byEmployer = !byWorker && dispute.isEmployer(context.actor());
        boolean inEffect = dispute.file.is(DisputeState.EFFECTIVE);
        var guards = Verdict.guards()
                .require(byWorker || byEmployer, "REPRESENTATIVE_ONLY")
                .require(
                        !(byEmployer && award.isFinal()),
                        Reason.of("EMPLOYER_MAY_ONLY_ANNUL").clause("调解仲裁法第48条、第49条"))
                .require(
                        !inEffect || award.isFinal(),
                        Reason.of("AWARD_IN_EFFECT").clause("调解仲裁法第50条"));
        return inTime(guards, award.sueUntil(), "SUE_DAYS", "调解仲裁法第48条、第50条", context);
    }

    Verdict annul(Dispute dispute, Annulment body, CommandContext context) {
        var award = dispute.award;
        if (award == null) {
            return Verdict.guardFailed("NO_AWARD");
        }
        var guards = Verdict.guards()
                .require(award.isFinal(), Reason.of("FINAL_AWARD_ONLY").clause("调解仲裁法第49条"));
        return inTime(guards, award.annulUntil(), "ANNUL_DAYS", "调解仲裁法第49条", context);
    }

    /// A party's day that has passed is a refusal of its own, unless there are other reasons as well.
    private static Verdict inTime(
            Verdict.Guards guards, LocalDate until, String code, String clause, CommandContext context) {
        boolean otherwiseFine = guards.hold();
        boolean late = context.today().isAfter(until);
        guards.require(!late, Reason.of(code).clause(clause).required(until, context.today()));
        return guards.verdict(late && otherwiseFine ? Kind.DEADLINE_PASSED : Kind.GUARD_FAILED);
    }

    Verdict enforce(Dispute dispute, CommandContext context) {
        var due = dueDay(dispute);
        return Verdict.guards()
                .require(
                        due == null || context.today().isAfter(due),
                        Reason.of("NOT_DUE_YET").clause("调解仲裁法第51条").required(due == null ? "" : due, context.today()))
                .verdict();
    }

    private static @Nullable LocalDate dueDay(Dispute dispute) {
        if (dispute.settlement != null) {
            return dispute.settlement.payBy();
        }
        return dispute.award == null ? null : dispute.award.performBy();
    }

    Verdict satisfy(Dispute dispute, Receipt body, CommandContext context) {
        boolean court = context.actor().has("COURT");
        return Verdict.guards()
                .require(court || dispute.speaksFor(Side.WORKER, context.actor()), "REPRESENTATIVE_ONLY")
                .require(
                        body.received().atLeast(dispute.due()),
                        Reason.at("/received", "AMOUNT_OUTSTANDING").required(dispute.due(), body.received()))
                .verdict();
    }

    /// The court's result comes back to the file it was handed over with.
    Verdict recordCourtResult(Dispute dispute, Links.CourtResult body, CommandContext context) {
        return Verdict.guards()
                .require(dispute.file.is(DisputeState.IN_COURT), "NOT_IN_COURT")
                .then(() -> dispute.links = dispute.links.with(body));
    }

    /// What a final decision of the inspection found need not be proved again (协调联动).
    Verdict takeOverFindings(Dispute dispute, Links.Findings body, CommandContext context) {
        return Verdict.guards()
                .require(DisputeState.PENDING.contains(DisputeState.valueOf(dispute.file.state())), "NOT_PENDING")
                .then(() -> dispute.links = dispute.links.with(body));
    }

    Verdict recordPassedLimits(Dispute dispute, Nothing body, CommandContext context) {
        dispute.recordPassedLimits(context);
        return Verdict.granted();
    }
}
