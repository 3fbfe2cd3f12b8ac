package cn.sanming.migrant.subsidy.approval;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.claim.Claim;
import cn.sanming.migrant.subsidy.claim.Forecast;
import cn.sanming.migrant.subsidy.claim.Receipt;
import cn.sanming.migrant.subsidy.claim.Ruling;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An application as the applicant and the officers see it.
///
/// @param dueOn the last day for the next step of the office, or for objections
/// @param forecast what the rule said when it was handed in; no decision
/// @param decisionNumber the decision that stands; an appeal names it
record ApplicationView(
        String id,
        String state,
        String applicantId,
        Claim claim,
        List<String> missing,
        @Nullable Money requested,
        Money amount,
        @JsonUnwrapped Days days,
        @Nullable Integer decisionNumber,
        @Nullable Receipt receipt,
        @Nullable Forecast forecast) {

    /// When each step was taken, and until when the next is due.
    record Days(
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate publicisedOn,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate paidOn,
            @Nullable LocalDate dueOn) {}

    static ApplicationView of(SubsidyApplication application, @Nullable LocalDate dueOn) {
        return new ApplicationView(
                application.id(),
                application.file().state(),
                application.applicantId(),
                application.claim(),
                List.copyOf(application.missing()),
                application.requested(),
                application.amount(),
                new Days(
                        application.submittedOn(),
                        application.publicisedOn(),
                        application.approvedOn(),
                        application.paidOn(),
                        dueOn),
                application.rulings().latest().map(Ruling::number).orElse(null),
                application.receipt(),
                application.forecast());
    }
}
