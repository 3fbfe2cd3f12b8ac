package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A legal-aid case as the worker, the officers and the lawyer see it. Income stands in it only where it was asked for.
@JsonInclude(JsonInclude.Include.NON_NULL)
record AidView(
        String id,
        @Nullable String reference,
        String state,
        @Nullable String district,
        String personId,
        Matter matter,
        boolean migrantWorker,
        @Nullable String groupId,
        @Nullable String employerUscc,
        @Nullable String stationId,
        LocalDate submittedOn,
        @Nullable LocalDate limitationLastDay,
        boolean meansTestRequired,
        @Nullable Money perCapitaMonthlyIncome,
        @Nullable Money incomeLimit,
        List<RuleContext.Step> grounds,
        LocalDate reviewBy,
        Set<String> materials,
        @Nullable List<String> missing,
        @Nullable LocalDate supplyBy,
        boolean urgent,
        @Nullable LocalDate grantedOn,
        @Nullable LocalDate assignBy,
        @Nullable List<RefusalReason> refusedFor,
        @Nullable LocalDate objectionBy,
        @Nullable String lawyerId,
        @Nullable Pool pool,
        @Nullable TerminationGround terminatedFor,
        @Nullable CaseOutcome outcome,
        @Nullable Money amountRecovered,
        Set<String> injuryIds,
        @Nullable LocalDate withdrawalSuggestedOn,
        @Nullable LocalDate paymentDemandReportedOn) {

    static AidView of(LegalAidCase subject) {
        return new AidView(
                subject.id,
                subject.reference,
                subject.file.state(),
                subject.file.district(),
                subject.personId,
                subject.matter,
                subject.migrantWorker,
                subject.groupId,
                subject.employerUscc,
                subject.stationId,
                subject.submittedOn,
                subject.limitationLastDay,
                subject.meansTestRequired(),
                subject.perCapitaMonthlyIncome,
                subject.review.result().incomeLimit(),
                subject.review.steps(),
                subject.reviewBy,
                subject.materials,
                subject.notice == null ? null : subject.notice.items(),
                subject.supplyBy,
                !subject.raisedBy.isEmpty()
                        || subject.urgency != null && subject.urgency.result().mayProvideInAdvance(),
                subject.grantedOn,
                subject.assignBy,
                subject.refusedFor,
                subject.objectionBy,
                subject.lawyerId,
                subject.pool,
                subject.terminatedFor,
                subject.outcome,
                subject.amountRecovered,
                subject.injuryIds,
                subject.withdrawalSuggestedOn,
                subject.paymentDemandReportedOn);
    }
}
