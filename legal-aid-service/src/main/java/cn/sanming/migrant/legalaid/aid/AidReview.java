package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.legalaid.notice.OneTimeNotice;
import cn.sanming.migrant.platform.cases.Command.Because;
import cn.sanming.migrant.platform.cases.Command.Nothing;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import jakarta.validation.constraints.NotEmpty;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What officers decide on an application (审查): material, advance, grant, refusal; and the justice bureau on
/// objections.
@Component
class AidReview {

    private final AidRules rules;

    /// @param supplyBy the day set for it; afterwards the application lapses
    record Missing(@NotEmpty List<String> missing, LocalDate supplyBy) {}

    record Supplied(@NotEmpty List<String> materials) {}

    record Need(
            @Nullable Boolean preservationNeeded, @Nullable Boolean advanceEnforcementNeeded) {}

    record Refusal(@NotEmpty List<RefusalReason> reasons) {}

    AidReview(AidRules rules) {
        this.rules = rules;
    }

    Verdict requestMaterial(LegalAidCase subject, Missing body, CommandContext context) {
        var before = subject.notice;
        var visible = before == null ? List.<String>of() : before.visibleBefore(body.missing());
        return Verdict.guards()
                .require(visible.isEmpty(), OneTimeNotice.refusal(visible))
                .require(body.supplyBy().isAfter(context.today()), Reason.at("/supply_by", "SUPPLY_BY_IS_PAST"))
                .then(() -> {
                    subject.notice = OneTimeNotice.first(body.missing(), context.today());
                    subject.supplyBy = body.supplyBy();
                });
    }

    /// The clock of the review starts again at its full length.
    Verdict supply(LegalAidCase subject, Supplied body, CommandContext context) {
        subject.materials.addAll(body.materials());
        if (subject.notice != null) {
            subject.notice = subject.notice.supplied(body.materials());
        }
        subject.supplyBy = null;
        subject.review = rules.review(subject, context.today(), null);
        subject.reviewBy = Objects.requireNonNull(subject.review.result().reviewBy());
        return Verdict.granted();
    }

    Verdict lapse(LegalAidCase subject, CommandContext context) {
        return Verdict.guards()
                .require(subject.supplyBy != null && context.today().isAfter(subject.supplyBy), "SUPPLY_DAYS_RUNNING")
                .verdict();
    }

    Verdict provideInAdvance(LegalAidCase subject, Need body, CommandContext context) {
        var urgency = rules.urgency(
                subject,
                Boolean.TRUE.equals(body.preservationNeeded()),
                Boolean.TRUE.equals(body.advanceEnforcementNeeded()),
                context);
        return Verdict.guards()
                .require(
                        urgency.result().mayProvideInAdvance(),
                        Reason.of("NOT_URGENT")
                                .clause("法律援助法第44条")
                                .required("days_left < 7", urgency.result().daysLeft()))
                .then(() -> subject.urgency = urgency);
    }

    /// Grants what rule LEGAL_AID_REVIEW grants.
    Verdict grant(LegalAidCase subject, CommandContext context) {
        var limit = subject.review.result().incomeLimit();
        return Boolean.TRUE.equals(subject.review.result().granted())
                ? granted(subject, context)
                : Verdict.refused(
                        Kind.NOT_ELIGIBLE,
                        Reason.of("INCOME_ABOVE_LIMIT")
                                .clause("法律援助法第34条")
                                .required(String.valueOf(limit), subject.perCapitaMonthlyIncome));
    }

    private Verdict granted(LegalAidCase subject, CommandContext context) {
        var assignBy =
                rules.review(subject, context.today(), context.today()).result().assignBy();
        subject.grantedOn = context.today();
        subject.assignBy = Objects.requireNonNull(assignBy);
        subject.file.record(
                new AidEvent.Granted(subject.id, subject.personId, subject.matter, context.today(), assignBy), context);
        return Verdict.granted();
    }

    Verdict refuse(LegalAidCase subject, Refusal body, CommandContext context) {
        return Verdict.guards()
                .require(
                        subject.meansTestRequired() || !body.reasons().contains(RefusalReason.INCOME_ABOVE_LIMIT),
                        Reason.of("MEANS_NOT_ASKED").clause("法律援助法第42条"))
                .then(() -> {
                    subject.refusedFor = body.reasons();
                    subject.file.record(
                            new AidEvent.Refused(
                                    subject.id, subject.personId, subject.matter, body.reasons(), context.today()),
                            context);
                });
    }

    Verdict object(LegalAidCase subject, CommandContext context) {
        subject.objectionBy = rules.objectionBy(context.today());
        return Verdict.granted();
    }

    Verdict orderCorrection(LegalAidCase subject, Because body, CommandContext context) {
        return body.reason().isBlank() ? Verdict.guardFailed("REASONS_REQUIRED") : granted(subject, context);
    }

    Verdict maintain(LegalAidCase subject, Because body, CommandContext context) {
        return Verdict.guards()
                .require(!body.reason().isBlank(), "REASONS_REQUIRED")
                .verdict();
    }

    /// Legal aid is free: being asked for money is reported and stays on the file (art. 20).
    Verdict reportPaymentDemand(LegalAidCase subject, Nothing body, CommandContext context) {
        subject.paymentDemandReportedOn = context.today();
        return Verdict.granted();
    }
}
