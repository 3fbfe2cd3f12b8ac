package cn.sanming.migrant.subsidy.approval;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.claim.Claim;
import cn.sanming.migrant.subsidy.claim.Receipt;
import cn.sanming.migrant.subsidy.claim.Ruling;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An application as the applicant and the officers see it.
///
/// @param dueOn the last day for the next step of the office, or for objections
/// @param decisionNumber the decision that stands; an appeal names it
record ApplicationView(
        String id,
        String state,
        String applicantId,
        Claim claim,
        List<String> missing,
        @Nullable Money requested,
        Money amount,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate publicisedOn,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate paidOn,
        @Nullable LocalDate dueOn,
        @Nullable Integer decisionNumber,
        @Nullable Receipt receipt) {

    static ApplicationView of(SubsidyApplication application, @Nullable LocalDate dueOn) {
        return new ApplicationView(
                application.id(),
                application.file().state(),
                application.applicantId(),
                application.claim(),
                List.copyOf(application.missing()),
                application.requested(),
                application.amount(),
                application.submittedOn(),
                application.publicisedOn(),
                application.approvedOn(),
                application.paidOn(),
                dueOn,
                application.rulings().latest().map(Ruling::number).orElse(null),
                application.receipt());
    }
}
