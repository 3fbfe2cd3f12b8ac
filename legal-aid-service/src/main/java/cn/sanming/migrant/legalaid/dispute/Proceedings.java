package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.legalaid.arbitration.FinalAward;
import cn.sanming.migrant.platform.cases.Command.Because;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.MinimumWages;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.constraints.NotEmpty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What mediators and arbitrators do (调解、审理): mediate, settle, hear, award; the director may extend once.
@Component
class Proceedings {

    private final ClockSetting clocks;
    private final RuleBook rules;
    private final FinalAward finalAward;

    /// @param documentSigned both sides have signed the mediation document (调解书)
    record Agreement(Money amount, LocalDate payBy, boolean documentSigned) {}

    /// @param noticeWaived both sides do without the five working days
    record Summons(
            LocalDate hearingOn,
            @Nullable Boolean noticeWaived,
            @Nullable Boolean video,
            @Nullable String circuitPointId) {}

    /// @param labourStandards the whole dispute is about working time, leave or insurance (art. 47 (2))
    record Ruling(
            @NotEmpty List<Claim> items,
            @Nullable Boolean labourStandards,
            @Nullable LocalDate performBy,
            @Nullable Boolean partial,
            @Nullable Boolean advanceEnforcement) {}

    Proceedings(ClockSetting clocks, RuleBook rules, FinalAward finalAward) {
        this.clocks = clocks;
        this.rules = rules;
        this.finalAward = finalAward;
    }

    Verdict mediate(Dispute dispute, CommandContext context) {
        dispute.mediationUntil = clocks.mediationUntil(context.today());
        return Verdict.granted();
    }

    Verdict fail(Dispute dispute, CommandContext context) {
        dispute.mediationUntil = null;
        return Verdict.granted();
    }

    Verdict settle(Dispute dispute, Agreement body, CommandContext context) {
        return Verdict.guards()
                .require(
                        body.documentSigned(),
                        Reason.of("MEDIATION_DOCUMENT_SIGNED").clause("调解仲裁法第42条"))
                .require(!body.payBy().isBefore(context.today()), "PAY_BY_IS_PAST")
                .then(() -> {
                    dispute.settlement = new Settlement(body.amount(), body.payBy(), context.today());
                    dispute.file.record(
                            new DisputeEvent.Mediated(
                                    dispute.id,
                                    dispute.filing.employerUscc(),
                                    dispute.workers(),
                                    body.amount(),
                                    context.today()),
                            context);
                });
    }

    Verdict schedule(Dispute dispute, Summons body, CommandContext context) {
        boolean waived = Boolean.TRUE.equals(body.noticeWaived());
        var earliest = waived ? context.today() : clocks.earliestHearing(context.today());
        return Verdict.guards()
                .require(
                        !body.hearingOn().isBefore(earliest),
                        Reason.at("/hearing_on", "HEARING_NOTICE")
                                .clause("调解仲裁法第35条")
                                .required(earliest, body.hearingOn()))
                .then(() -> dispute.hearing = new Hearing(
                        body.hearingOn(), waived, Boolean.TRUE.equals(body.video()), body.circuitPointId()));
    }

    Verdict hear(Dispute dispute, CommandContext context) {
        var hearing = dispute.hearing;
        return Verdict.guards()
                .require(
                        hearing == null || !context.today().isBefore(hearing.on()),
                        Reason.of("HEARING_DAY").required(hearing == null ? "" : hearing.on(), context.today()))
                .verdict();
    }

    /// The finality is decided on the minimum wage of the district on the day of the award and kept with its steps.
    Verdict award(Dispute dispute, Ruling body, CommandContext context) {
        var strangers = body.items().stream()
                .map(Claim::personId)
                .filter(person -> person != null && !dispute.filing.applicants().contains(person.value()))
                .toList();
        if (!strangers.isEmpty()) {
            return Verdict.guardFailed("ITEM_OF_A_STRANGER");
        }
        var minimum = MinimumWages.fujian().monthly(String.valueOf(dispute.file.district()), context.today());
        var finality = rules.decide(
                finalAward,
                new FinalAward.Facts(
                        body.items().stream()
                                .map(item -> new FinalAward.Item(item.kind(), item.amount()))
                                .toList(),
                        minimum,
                        body.labourStandards()));
        var award = new Award(
                body.items(),
                Money.sum(body.items().stream().map(Claim::amount)),
                finality,
                context.today(),
                clocks.sueUntil(context.today()),
                clocks.annulUntil(context.today()),
                body.performBy(),
                Boolean.TRUE.equals(body.partial()),
                Boolean.TRUE.equals(body.advanceEnforcement()));
        dispute.award = award;
        dispute.file.record(
                new DisputeEvent.Awarded(
                        dispute.id,
                        dispute.filing.employerUscc(),
                        dispute.workers(),
                        award.amount(),
                        award.isFinal(),
                        award.awardedOn()),
                context);
        return Verdict.granted();
    }

    /// Fifteen more days for a complex case, once, by the director (art. 43).
    Verdict extend(Dispute dispute, Because body, CommandContext context) {
        var running = dispute.clocks.running();
        boolean pending = running != null && DisputeState.PENDING.contains(DisputeState.valueOf(dispute.file.state()));
        return Verdict.guards()
                .require(pending, "NOT_PENDING")
                .require(
                        running == null || !running.extended(),
                        Reason.of("EXTENDED_ONCE").clause("调解仲裁法第43条"))
                .require(
                        running == null || !context.today().isAfter(running.decideByStatutory()),
                        Reason.of("STATUTORY_LIMIT_PASSED").clause("调解仲裁法第43条"))
                .require(!body.reason().isBlank(), "REASONS_REQUIRED")
                .then(() -> dispute.clocks = dispute.clocks.with(running.withExtension()));
    }
}
