package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.legalaid.dispute.DisputeEvent.Limit;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A dispute as its sides and the officers see it, with every clock.
@JsonInclude(JsonInclude.Include.NON_NULL)
record DisputeView(
        String id,
        @Nullable String reference,
        String state,
        @Nullable String district,
        Filing.Side appliedBy,
        List<String> applicants,
        String employerUscc,
        List<String> thirdParties,
        List<Claim> claims,
        boolean fastTrack,
        boolean group,
        boolean priority,
        List<String> representatives,
        Dispute.Panel panel,
        ClockView clocks,
        @Nullable LocalDate limitationLastDay,
        Set<String> materials,
        @Nullable List<String> missing,
        Dispute.@Nullable Gaps gaps,
        @Nullable LocalDate mediationUntil,
        @Nullable Hearing hearing,
        @Nullable Settlement settlement,
        @Nullable AwardView award,
        Links links,
        Set<Limit> limitsPassed,
        @Nullable LocalDate withdrawalSuggestedOn) {

    /// @param acceptBy the day that counts for this track; @param decideBy likewise
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClockView(
            LocalDate submittedOn,
            LocalDate acceptBy,
            LocalDate acceptByFast,
            LocalDate acceptByStatutory,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate serveBy,
            @Nullable LocalDate servedOn,
            @Nullable LocalDate answerBy,
            @Nullable Boolean answerWaived,
            @Nullable LocalDate decideBy,
            @Nullable LocalDate decideByFast,
            @Nullable LocalDate decideByStatutory,
            @Nullable LocalDate decideByExtended,
            @Nullable Boolean extended) {

        static ClockView of(Clocks clocks, boolean fast) {
            var run = clocks.running();
            var acceptBy = fast ? clocks.acceptByFast() : clocks.acceptByStatutory();
            if (run == null) {
                return new ClockView(
                        clocks.submittedOn(),
                        acceptBy,
                        clocks.acceptByFast(),
                        clocks.acceptByStatutory(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            }
            return new ClockView(
                    clocks.submittedOn(),
                    acceptBy,
                    clocks.acceptByFast(),
                    clocks.acceptByStatutory(),
                    run.acceptedOn(),
                    run.serveBy(),
                    run.servedOn(),
                    run.answerWaived() ? null : run.answerBy(),
                    run.answerWaived(),
                    Dispute.decideBy(run, fast),
                    run.decideByFast(),
                    run.decideByStatutory(),
                    run.decideByExtended(),
                    run.extended());
        }
    }

    /// @param inFastTrack whether it was awarded by the fast limit; @param context why it is final or not
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AwardView(
            List<Claim> items,
            Money amount,
            @JsonProperty("final") boolean isFinal,
            Money limitPerItem,
            LocalDate awardedOn,
            long daysFromAcceptance,
            boolean inFastTrack,
            LocalDate sueUntil,
            @Nullable LocalDate annulUntil,
            @Nullable LocalDate performBy,
            boolean partial,
            boolean advanceEnforcement,
            List<RuleContext.Step> grounds) {

        static @Nullable AwardView of(Dispute dispute) {
            var award = dispute.award;
            var run = dispute.clocks.running();
            if (award == null || run == null) {
                return null;
            }
            return new AwardView(
                    award.items(),
                    award.amount(),
                    award.isFinal(),
                    award.finality().result().limitPerItem(),
                    award.awardedOn(),
                    ChronoUnit.DAYS.between(run.acceptedOn(), award.awardedOn()),
                    dispute.fastTrack && !award.awardedOn().isAfter(run.decideByFast()),
                    award.sueUntil(),
                    award.isFinal() ? award.annulUntil() : null,
                    award.performBy(),
                    award.partial(),
                    award.advanceEnforcement(),
                    award.finality().steps());
        }
    }

    static DisputeView of(Dispute dispute) {
        var filing = dispute.filing;
        return new DisputeView(
                dispute.id,
                dispute.reference,
                dispute.file.state(),
                dispute.file.district(),
                filing.appliedBy(),
                filing.applicants(),
                filing.employerUscc(),
                filing.thirdParties(),
                filing.claims(),
                dispute.fastTrack,
                dispute.group,
                dispute.group,
                filing.representatives(),
                dispute.panel,
                ClockView.of(dispute.clocks, dispute.fastTrack),
                filing.limitationLastDay(),
                dispute.materials,
                dispute.notice == null ? null : dispute.notice.items(),
                dispute.gaps,
                dispute.mediationUntil,
                dispute.hearing,
                dispute.settlement,
                AwardView.of(dispute),
                dispute.links,
                dispute.passed,
                dispute.withdrawalSuggestedOn);
    }
}
