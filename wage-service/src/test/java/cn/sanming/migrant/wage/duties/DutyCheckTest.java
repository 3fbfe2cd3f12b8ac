package cn.sanming.migrant.wage.duties;

import static cn.sanming.migrant.wage.duties.DutyReport.Status.BREACHED;
import static cn.sanming.migrant.wage.duties.DutyReport.Status.MET;
import static cn.sanming.migrant.wage.duties.DutyReport.Status.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.site.AccountBook;
import cn.sanming.migrant.wage.site.DepositBook;
import cn.sanming.migrant.wage.site.SitePayrolls;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DutyCheckTest {

    private static final LocalDate DUE = LocalDate.parse("2024-03-02");
    private static final LocalDate START = LocalDate.parse("2024-03-01");

    private static AccountBook.Standing account(String openedOn, YearMonth... underfunded) {
        return new AccountBook.Standing(
                "sa-1",
                "91350404MA0FJM101G",
                "OPEN",
                true,
                DUE,
                LocalDate.parse(openedOn),
                Money.ZERO,
                List.of(underfunded));
    }

    private static DepositBook.Standing deposit(String state, @Nullable LocalDate topupBy) {
        return new DepositBook.Standing("wd-1", state, !state.equals("DUE"), Money.of("900000.00"), topupBy);
    }

    private static SitePayrolls.Sheet sheet(String period, boolean paid) {
        var month = YearMonth.parse(period);
        return new SitePayrolls.Sheet("pr-" + period, month, month.plusMonths(1).atDay(15), paid);
    }

    private static DutyCheck running(
            String today, AccountBook.Standing account, DepositBook.Standing deposit, List<SitePayrolls.Sheet> sheets) {
        return new DutyCheck(LocalDate.parse(today), DUE, START, null, account, deposit, true, true, 23, false, sheets);
    }

    private static DutyReport.Finding find(DutyCheck check, Duty duty) {
        return check.findings().stream()
                .filter(finding -> finding.duty() == duty)
                .findFirst()
                .orElseThrow();
    }

    private static DutyReport.FiveSystems systems(DutyCheck check) {
        return DutyReport.FiveSystems.of(check.findings());
    }

    @Test
    void asksForEveryDutyOfTheOrdinanceWithClause() {
        var check = new DutyCheck(
                LocalDate.parse("2024-02-10"), DUE, null, null, null, null, false, false, 0, false, List.of());

        assertThat(check.findings()).extracting(DutyReport.Finding::duty).containsExactly(Duty.values());
        assertThat(check.findings()).allMatch(finding -> finding.clause().startsWith("支付条例"));
        assertThat(check.findings()).noneMatch(finding -> finding.status() == BREACHED);
        assertThat(systems(check).complete()).isFalse();
    }

    @Test
    void findsAllFiveSystemsOnASiteInOrder() {
        var check =
                running("2024-04-10", account("2024-02-19"), deposit("LODGED", null), List.of(sheet("2024-03", true)));

        assertThat(systems(check).complete()).isTrue();
    }

    @Test
    void findsAnAccountOpenedOneDayLate() {
        assertThat(find(
                                running("2024-04-10", account("2024-03-02"), deposit("LODGED", null), List.of()),
                                Duty.ACCOUNT_OPENED)
                        .status())
                .isEqualTo(MET);
        assertThat(find(
                                running("2024-04-10", account("2024-03-03"), deposit("LODGED", null), List.of()),
                                Duty.ACCOUNT_OPENED)
                        .status())
                .isEqualTo(BREACHED);
    }

    @Test
    void findsTheMonthsThatWereNotFunded() {
        var check =
                running("2024-04-16", account("2024-02-19", YearMonth.of(2024, 3)), deposit("LODGED", null), List.of());

        var finding = find(check, Duty.LABOUR_COST_PAID);

        assertThat(finding.status()).isEqualTo(BREACHED);
        assertThat(finding.found()).contains("2024-03");
        assertThat(finding.sanction()).isEqualTo("支付条例 art. 57");
    }

    @Test
    void missesAPayrollAtTheEndOfTheMonthAfterTheWork() {
        var before = running("2024-04-30", account("2024-02-19"), deposit("LODGED", null), List.of());
        var after = running("2024-05-01", account("2024-02-19"), deposit("LODGED", null), List.of());

        assertThat(find(before, Duty.MONTHLY_PAYROLL).status()).isEqualTo(MET);
        assertThat(find(after, Duty.MONTHLY_PAYROLL).status()).isEqualTo(BREACHED);
    }

    @Test
    void findsPayrollsThatTheContractorHasNotPaidInTime() {
        var unpaid = List.of(sheet("2024-03", false));

        assertThat(find(
                                running("2024-04-15", account("2024-02-19"), deposit("LODGED", null), unpaid),
                                Duty.PAID_BY_CONTRACTOR)
                        .status())
                .isEqualTo(MET);
        assertThat(find(
                                running("2024-04-16", account("2024-02-19"), deposit("LODGED", null), unpaid),
                                Duty.PAID_BY_CONTRACTOR)
                        .status())
                .isEqualTo(BREACHED);
    }

    @Test
    void givesADrawnDepositTimeToBeFilledUp() {
        var topup = LocalDate.parse("2024-09-14");

        assertThat(find(running("2024-09-14", account("2024-02-19"), deposit("DRAWN", topup), List.of()), Duty.DEPOSIT)
                        .status())
                .isEqualTo(PENDING);
        assertThat(find(running("2024-09-15", account("2024-02-19"), deposit("DRAWN", topup), List.of()), Duty.DEPOSIT)
                        .status())
                .isEqualTo(BREACHED);
    }
}
