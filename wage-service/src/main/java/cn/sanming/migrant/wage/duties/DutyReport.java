package cn.sanming.migrant.wage.duties;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a site stands to its duties on a day (五项制度检查).
record DutyReport(String projectId, String projectState, LocalDate on, List<Finding> duties, FiveSystems fiveSystems) {

    /// What a check says. `PENDING` is not yet due; `ON_COMPLAINT` shows only when somebody complains.
    enum Status {
        MET,
        BREACHED,
        PENDING,
        ON_COMPLAINT
    }

    record Finding(
            Duty duty,
            String title,
            List<String> who,
            Status status,
            String found,
            @Nullable LocalDate dueOn,
            String clause,
            @Nullable String sanction) {

        static Finding of(Duty duty, Status status, String found, @Nullable LocalDate dueOn) {
            return new Finding(duty, duty.title(), duty.who(), status, found, dueOn, duty.clause(), duty.sanction());
        }
    }

    /// The five systems of M15.3: all of them stand, or the site is not in order.
    record FiveSystems(
            boolean specialAccount,
            boolean realName,
            boolean paymentByContractor,
            boolean deposit,
            boolean noticeBoard,
            boolean complete) {

        static FiveSystems of(List<Finding> findings) {
            boolean account = met(findings, Duty.ACCOUNT_OPENED);
            boolean names = met(findings, Duty.REAL_NAME);
            boolean payment = met(findings, Duty.PAID_BY_CONTRACTOR);
            boolean deposit = met(findings, Duty.DEPOSIT);
            boolean board = met(findings, Duty.NOTICE_BOARD);
            return new FiveSystems(
                    account, names, payment, deposit, board, account && names && payment && deposit && board);
        }

        private static boolean met(List<Finding> findings, Duty duty) {
            return findings.stream().anyMatch(finding -> finding.duty() == duty && finding.status() == Status.MET);
        }
    }

    static DutyReport of(String projectId, String state, LocalDate on, List<Finding> findings) {
        return new DutyReport(projectId, state, on, findings, FiveSystems.of(findings));
    }
}
