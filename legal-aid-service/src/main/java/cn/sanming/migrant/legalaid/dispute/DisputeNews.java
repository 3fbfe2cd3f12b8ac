package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Verdict;

/// What the file of a dispute learns from other departments: entries of the system, each harmless when repeated.
final class DisputeNews {

    /// @param arrearsCaseId the inspection's case whose order was defaulted
    record Defaulted(String arrearsCaseId) {}

    record Recognised(String injuryId) {}

    private DisputeNews() {}

    static Verdict link(Dispute dispute, Defaulted news, CommandContext context) {
        dispute.links = dispute.links.withArrearsCase(news.arrearsCaseId());
        return Verdict.granted();
    }

    static Verdict recognise(Dispute dispute, Recognised news, CommandContext context) {
        dispute.links = dispute.links.withInjury(news.injuryId());
        return Verdict.granted();
    }

    static Verdict suggestWithdrawal(Dispute dispute, CommandContext context) {
        if (dispute.withdrawalSuggestedOn == null) {
            dispute.withdrawalSuggestedOn = context.today();
        }
        return Verdict.granted();
    }
}
