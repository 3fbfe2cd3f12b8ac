package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.legalaid.dispute.Filing.Side;
import cn.sanming.migrant.legalaid.notice.OneTimeNotice;
import cn.sanming.migrant.platform.cases.Command.Because;
import cn.sanming.migrant.platform.cases.Command.Nothing;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import jakarta.validation.constraints.NotEmpty;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the registrar and the sides do around acceptance (立案庭): return once, supply, accept, refuse, serve.
@Component
class Registry {

    private final ClockSetting clocks;

    record Missing(@NotEmpty List<String> missing) {}

    record Supplied(@NotEmpty List<String> materials) {}

    /// @param gaps minor things still missing; @param promisedBy the day the applicant promised them for
    record Acceptance(@Nullable List<String> gaps, @Nullable LocalDate promisedBy) {}

    Registry(ClockSetting clocks) {
        this.clocks = clocks;
    }

    /// All that is missing at once; a second list may only name what was handed in since.
    Verdict returnOnce(Dispute dispute, Missing body, CommandContext context) {
        var before = dispute.notice;
        var visible = before == null ? List.<String>of() : before.visibleBefore(body.missing());
        return Verdict.guards()
                .require(visible.isEmpty(), OneTimeNotice.refusal(visible))
                .then(() -> dispute.notice = OneTimeNotice.first(body.missing(), context.today()));
    }

    /// The officer's clock starts again at its full length.
    Verdict supply(Dispute dispute, Supplied body, CommandContext context) {
        return Verdict.guards()
                .require(dispute.speaksFor(dispute.filing.appliedBy(), context.actor()), "APPLICANT_ONLY")
                .then(() -> {
                    dispute.materials.addAll(body.materials());
                    if (dispute.notice != null) {
                        dispute.notice = dispute.notice.supplied(body.materials());
                    }
                    dispute.clocks = clocks.submitted(dispute.clocks.submittedOn(), context.today());
                });
    }

    Verdict accept(Dispute dispute, Acceptance body, CommandContext context) {
        var gaps = body.gaps() == null ? List.<String>of() : body.gaps();
        boolean promised = dispute.filing.promised() && body.promisedBy() != null;
        return Verdict.guards()
                .require(
                        gaps.isEmpty() || promised,
                        Reason.of("GAPS_WITHOUT_PROMISE").clause("容缺受理").required("promised", gaps))
                .require(
                        body.promisedBy() == null || !body.promisedBy().isBefore(context.today()),
                        "PROMISED_DAY_IS_PAST")
                .then(() -> {
                    if (!gaps.isEmpty()) {
                        dispute.gaps = new Dispute.Gaps(new LinkedHashSet<>(gaps), body.promisedBy());
                    }
                    accepted(dispute, context);
                });
    }

    private void accepted(Dispute dispute, CommandContext context) {
        var running = clocks.accepted(dispute.clocks, context.today());
        dispute.clocks = dispute.clocks.with(running);
        dispute.file.record(
                new DisputeEvent.Accepted(
                        dispute.id,
                        dispute.filing.employerUscc(),
                        String.valueOf(dispute.file.district()),
                        dispute.workers(),
                        dispute.group,
                        dispute.fastTrack,
                        dispute.clocks.submittedOn(),
                        running.acceptedOn(),
                        Dispute.decideBy(running, dispute.fastTrack)),
                context);
    }

    Verdict refuse(Dispute dispute, Because body, CommandContext context) {
        return Verdict.guards()
                .require(!body.reason().isBlank(), "REASONS_REQUIRED")
                .verdict();
    }

    /// Promised things come in after acceptance.
    Verdict handIn(Dispute dispute, Supplied body, CommandContext context) {
        return Verdict.guards()
                .require(dispute.gaps != null, "NOTHING_PROMISED")
                .require(dispute.speaksFor(dispute.filing.appliedBy(), context.actor()), "APPLICANT_ONLY")
                .then(() -> {
                    dispute.materials.addAll(body.materials());
                    if (dispute.gaps != null) {
                        var left = new LinkedHashSet<>(dispute.gaps.items());
                        body.materials().forEach(left::remove);
                        dispute.gaps = left.isEmpty() ? null : new Dispute.Gaps(left, dispute.gaps.by());
                    }
                });
    }

    /// The papers reach the respondent: the ten days of the answer begin (art. 30).
    Verdict serve(Dispute dispute, Nothing body, CommandContext context) {
        var running = dispute.clocks.running();
        return Verdict.guards()
                .require(
                        running != null && dispute.file.is(DisputeState.ACCEPTED, DisputeState.MEDIATING),
                        "NOT_ACCEPTED_YET")
                .require(running == null || running.servedOn() == null, "ALREADY_SERVED")
                .then(() -> dispute.clocks =
                        dispute.clocks.with(running.served(context.today(), clocks.answerBy(context.today()))));
    }

    /// The respondent needs no time to answer.
    Verdict waiveAnswer(Dispute dispute, Nothing body, CommandContext context) {
        var running = dispute.clocks.running();
        var respondent = dispute.filing.appliedBy() == Side.WORKER ? Side.EMPLOYER : Side.WORKER;
        return Verdict.guards()
                .require(running != null, "NOT_ACCEPTED_YET")
                .require(dispute.speaksFor(respondent, context.actor()), "RESPONDENT_ONLY")
                .then(() -> dispute.clocks = dispute.clocks.with(running.withAnswerWaived()));
    }
}
