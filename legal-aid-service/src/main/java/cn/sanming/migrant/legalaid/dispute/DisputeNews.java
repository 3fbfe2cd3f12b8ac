package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Verdict;

/// What the file of a dispute learns from other departments: entries of the system, each harmless when repeated.
final class DisputeNews {

    /// @param arrearsCaseId the inspection's case whose order was defaulted
    record Defaulted(String arrearsCaseId) {}

    record Recognised(String injuryId) {}

    private DisputeNews() {}

    static Verdict link(Dispute dispute, Defaulted news, Act act) {
        dispute.links = dispute.links.withArrearsCase(news.arrearsCaseId());
        return Verdict.granted();
    }

    static Verdict recognise(Dispute dispute, Recognised news, Act act) {
        dispute.links = dispute.links.withInjury(news.injuryId());
        return Verdict.granted();
    }

    static Verdict suggestWithdrawal(Dispute dispute, Act act) {
        if (dispute.withdrawalSuggestedOn == null) {
            dispute.withdrawalSuggestedOn = act.today();
        }
        return Verdict.granted();
    }
}
