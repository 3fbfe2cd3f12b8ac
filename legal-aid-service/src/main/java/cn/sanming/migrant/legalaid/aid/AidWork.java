package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/// What happens once aid is granted (指派、办理、结案): a lawyer is assigned, works and files the closing report.
final class AidWork {

    /// @param lawyerId the user id of the lawyer, as their token says it
    record Assignment(
            @Pattern(regexp = "[A-Za-z0-9._:-]{1,40}") String lawyerId, Pool pool) {}

    /// @param reportFiled the closing report (结案报告) is in the file; @param documents names of the documents filed
    record Closing(
            CaseOutcome outcome,
            Money amountRecovered,
            boolean reportFiled,
            @NotEmpty List<String> documents) {}

    record Termination(TerminationGround ground) {}

    private AidWork() {}

    static Verdict assign(LegalAidCase subject, Assignment body, CommandContext context) {
        subject.lawyerId = body.lawyerId();
        subject.pool = body.pool();
        subject.file.record(new AidEvent.Assigned(subject.id, body.lawyerId(), body.pool(), context.today()), context);
        return Verdict.granted();
    }

    static Verdict close(LegalAidCase subject, Closing body, CommandContext context) {
        return Verdict.guards()
                .require(body.reportFiled(), "CLOSING_REPORT_FILED")
                .then(() -> {
                    subject.outcome = body.outcome();
                    subject.amountRecovered = body.amountRecovered();
                    subject.file.record(
                            new AidEvent.Closed(subject.id, body.outcome(), body.amountRecovered(), context.today()),
                            context);
                });
    }

    static Verdict terminate(LegalAidCase subject, Termination body, CommandContext context) {
        return Verdict.guards()
                .require(
                        body.ground() != TerminationGround.D || subject.meansTestRequired(),
                        Reason.of("MEANS_NOT_ASKED").clause("法律援助法第42条、第48条第4项"))
                .then(() -> subject.terminatedFor = body.ground());
    }
}
