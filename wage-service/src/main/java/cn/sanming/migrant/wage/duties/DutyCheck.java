package cn.sanming.migrant.wage.duties;

import static cn.sanming.migrant.wage.duties.DutyReport.Status.BREACHED;
import static cn.sanming.migrant.wage.duties.DutyReport.Status.MET;
import static cn.sanming.migrant.wage.duties.DutyReport.Status.ON_COMPLAINT;
import static cn.sanming.migrant.wage.duties.DutyReport.Status.PENDING;

import cn.sanming.migrant.wage.duties.DutyReport.Finding;
import cn.sanming.migrant.wage.site.AccountBook;
import cn.sanming.migrant.wage.site.DepositBook;
import cn.sanming.migrant.wage.site.SitePayrolls;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks the duties of a site against what is known of it on a day; reads nothing itself.
///
/// @param accountDue   last day to open the special account
/// @param startedOn    none while work has not begun: what must stand before the start is pending until then
/// @param completedOn  none while work goes on
/// @param workersOnSite how many stand in the real-name register today
record DutyCheck(
        LocalDate today,
        LocalDate accountDue,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate completedOn,
        AccountBook.@Nullable Standing account,
        DepositBook.@Nullable Standing deposit,
        boolean labourOfficer,
        boolean noticeBoard,
        long workersOnSite,
        boolean arrears,
        List<SitePayrolls.Sheet> payrolls) {

    List<Finding> findings() {
        return List.of(
                Finding.of(Duty.WAGES_IN_MONEY, ON_COMPLAINT, "payrolls are paid by bank credit only", null),
                Finding.of(Duty.PAID_ON_TIME, arrears ? BREACHED : MET, arrears ? "open arrears" : "no arrears", null),
                Finding.of(Duty.LEDGER_KEPT, MET, payrolls.size() + " payrolls kept", null),
                labourCost(),
                accountOpened(),
                beforeStart(Duty.REAL_NAME, realName(), workersOnSite + " workers registered on the site"),
                beforeStart(Duty.LABOUR_OFFICER, labourOfficer, labourOfficer ? "named" : "not named"),
                monthlyPayroll(),
                paidByContractor(),
                depositLodged(),
                beforeStart(Duty.NOTICE_BOARD, noticeBoard, noticeBoard ? "complete" : "missing or incomplete"),
                Finding.of(Duty.NO_CARD_HELD, ON_COMPLAINT, "complaint kind CARD_HELD", null),
                Finding.of(Duty.NO_DELAY_BY_DISPUTE, ON_COMPLAINT, "a dispute is no reason not to pay", null),
                Finding.of(Duty.ACCOUNT_CLOSED_LAWFULLY, MET, accountState(), null));
    }

    private Finding labourCost() {
        if (account == null || startedOn == null) {
            return Finding.of(Duty.LABOUR_COST_PAID, PENDING, "not started", null);
        }
        var missing = account.underfunded();
        return missing.isEmpty()
                ? Finding.of(Duty.LABOUR_COST_PAID, MET, "every month due is funded", null)
                : Finding.of(Duty.LABOUR_COST_PAID, BREACHED, "underfunded: " + joined(missing), null);
    }

    private Finding accountOpened() {
        var opened = account == null ? null : account.openedOn();
        if (opened == null) {
            var late = today.isAfter(accountDue) || startedOn != null;
            return Finding.of(Duty.ACCOUNT_OPENED, late ? BREACHED : PENDING, "not opened", accountDue);
        }
        boolean late = opened.isAfter(accountDue);
        return Finding.of(
                Duty.ACCOUNT_OPENED,
                late ? BREACHED : MET,
                (late ? "opened late on " : "opened on ") + opened,
                accountDue);
    }

    private boolean realName() {
        return workersOnSite > 0 || completedOn != null;
    }

    private Finding beforeStart(Duty duty, boolean met, String found) {
        return Finding.of(duty, met ? MET : startedOn == null ? PENDING : BREACHED, found, null);
    }

    /// A month needs its payroll by the end of the month after it.
    private Finding monthlyPayroll() {
        if (startedOn == null) {
            return Finding.of(Duty.MONTHLY_PAYROLL, PENDING, "not started", null);
        }
        var last = YearMonth.from(completedOn == null ? today : completedOn);
        var missing = new ArrayList<YearMonth>();
        for (var month = YearMonth.from(startedOn); !month.isAfter(last); month = month.plusMonths(1)) {
            var wanted = month;
            if (month.plusMonths(1).atEndOfMonth().isBefore(today)
                    && payrolls.stream().noneMatch(sheet -> sheet.period().equals(wanted))) {
                missing.add(month);
            }
        }
        return missing.isEmpty()
                ? Finding.of(Duty.MONTHLY_PAYROLL, MET, "a payroll for every month due", null)
                : Finding.of(Duty.MONTHLY_PAYROLL, BREACHED, "no payroll for " + joined(missing), null);
    }

    private Finding paidByContractor() {
        var late = payrolls.stream()
                .filter(sheet -> !sheet.paid() && sheet.dueOn().isBefore(today))
                .count();
        if (late > 0) {
            return Finding.of(Duty.PAID_BY_CONTRACTOR, BREACHED, late + " payrolls due and not paid", null);
        }
        boolean paysFromAccount = account != null && account.openedOn() != null;
        return beforeStart(
                Duty.PAID_BY_CONTRACTOR,
                paysFromAccount,
                paysFromAccount ? "paid from the special account" : "no special account to pay from");
    }

    private Finding depositLodged() {
        if (deposit == null) {
            return beforeStart(Duty.DEPOSIT, false, "not registered");
        }
        var topupBy = deposit.topupBy();
        var found = deposit.state() + " " + deposit.amount();
        if (topupBy != null) {
            return Finding.of(Duty.DEPOSIT, today.isAfter(topupBy) ? BREACHED : PENDING, found, topupBy);
        }
        boolean released = completedOn != null && !deposit.state().equals("DUE");
        return beforeStart(Duty.DEPOSIT, deposit.inOrder() || released, found);
    }

    private String accountState() {
        return account == null ? "no account" : account.state();
    }

    private static String joined(List<YearMonth> months) {
        return months.stream().map(YearMonth::toString).collect(Collectors.joining(", "));
    }
}
