package cn.sanming.migrant.wage.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.test.RuleTable;
import cn.sanming.migrant.wage.Acting;
import cn.sanming.migrant.wage.policy.DepositRate;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WageDepositTest {

    private static final DepositRate RATE = new DepositRate();
    private static final RuleTable RULES = new RuleTable(RATE);
    private static final CommandContext CONTRACTOR = Acting.firm(Acting.CONTRACTOR, "2024-08-05");
    private static final CommandContext OFFICE = Acting.officer("HR_OFFICER", "2024-09-02");
    private static final LocalDate PAY_BY = LocalDate.parse("2024-09-09");
    private static final LocalDate TOPUP_BY = LocalDate.parse("2024-09-14");

    private static WageDeposit of(String price, boolean clean) {
        var facts = new DepositRate.Facts(
                LocalDate.parse("2024-08-01"), Money.of(price), 18, clean, null, null, null, null, null);
        return WageDeposit.due(
                "pj-1", Acting.CONTRACTOR, facts, RULES.book().decide(RATE, facts), "350404", CONTRACTOR);
    }

    private static WageDeposit lodged(String price) {
        var deposit = of(price, true);
        deposit.lodge(DepositForm.BANK_GUARANTEE, deposit.finding().amount(), "BG-1", CONTRACTOR);
        deposit.file().move("lodge", DepositState.LODGED.name(), "GENERAL_CONTRACTOR", CONTRACTOR, null);
        return deposit;
    }

    @Test
    void keepsTheDecisionWithTheFiguresItStoodOn() {
        var deposit = of("60000000.00", true);

        assertThat(deposit.finding().ratePercent()).isEqualTo("1.50");
        assertThat(deposit.finding().amount()).isEqualTo(Money.of("900000.00"));
        assertThat(deposit.decision().parameters())
                .anyMatch(parameter -> parameter.id().equals("wage.deposit.rate"));
        assertThat(deposit.decision().steps()).isNotEmpty();
    }

    @Test
    void isNotLodgedBelowTheAmountDecided() {
        var deposit = of("60000000.00", true);

        var verdict = deposit.lodge(DepositForm.CASH, Money.of("899999.99"), "R-1", CONTRACTOR);

        assertThat(Acting.codes(verdict)).containsExactly("AMOUNT_TOO_LOW");
        assertThat(Acting.codes(deposit.exempt())).containsExactly("NOT_EXEMPT");
    }

    @Test
    void isExemptOnlyWhereTheRuleSaysSo() {
        var deposit = of("2800000.00", true);

        assertThat(Acting.codes(deposit.exempt())).isEmpty();
        assertThat(Acting.codes(deposit.lodge(DepositForm.CASH, Money.of("1.00"), "R-1", CONTRACTOR)))
                .containsExactly("EXEMPT_BY_RULE");
    }

    @Test
    void paysWhatTheOrderLacksAndSaysUntilWhenItIsFilledUp() {
        var deposit = lodged("60000000.00");

        var verdict = deposit.draw("or-1", Money.of("157550.00"), Money.of("157550.00"), PAY_BY, TOPUP_BY, OFFICE);

        assertThat(Acting.codes(verdict)).isEmpty();
        assertThat(Acting.types(deposit.file())).containsExactly("wage.deposit.drawn");
        var event = Acting.lastEvent(deposit.file());
        assertThat(event.path("amount").asString()).isEqualTo("157550.00");
        assertThat(event.path("topup_by").asString()).isEqualTo("2024-09-14");
        assertThat(deposit.left()).isEqualTo(Money.of("742450.00"));
        assertThat(deposit.drawnFor("or-1")).isEqualTo(Money.of("157550.00"));
    }

    @Test
    void paysNeitherMoreThanItHoldsNorMoreThanTheOrderLacks() {
        var deposit = lodged("5000000.00");

        assertThat(Acting.codes(
                        deposit.draw("or-1", Money.of("80000.00"), Money.of("70000.00"), PAY_BY, TOPUP_BY, OFFICE)))
                .containsExactly("MORE_THAN_OUTSTANDING", "DEPOSIT_TOO_LOW");
        assertThat(Acting.codes(deposit.draw("or-1", Money.ZERO, Money.ZERO, PAY_BY, TOPUP_BY, OFFICE)))
                .containsExactly("AMOUNT_NOT_POSITIVE");
    }

    @Test
    void isFullAgainOnlyAfterAWholeTopUp() {
        var deposit = lodged("60000000.00");
        deposit.draw("or-1", Money.of("100000.00"), Money.of("100000.00"), PAY_BY, TOPUP_BY, OFFICE);

        assertThat(Acting.codes(deposit.topUp(Money.of("99999.99"), CONTRACTOR)))
                .containsExactly("TOPUP_TOO_LOW");
        assertThat(Acting.codes(deposit.topUp(Money.of("100000.00"), CONTRACTOR)))
                .isEmpty();
        assertThat(deposit.left()).isEqualTo(Money.of("900000.00"));
        assertThat(deposit.drawnFor("or-1")).isEqualTo(Money.of("100000.00"));
    }

    @Test
    void isReleasedAfterPublicityWhenNobodyIsOwedAnything() {
        var deposit = lodged("60000000.00");
        var until = LocalDate.parse("2026-03-02");

        assertThat(Acting.codes(deposit.publiciseRelease(false, true, until)))
                .containsExactly("PROJECT_NOT_COMPLETED", "OPEN_ARREARS");
        assertThat(Acting.codes(deposit.publiciseRelease(true, false, until))).isEmpty();
        assertThat(Acting.codes(deposit.release(true, false, Acting.officer("HR_OFFICER", "2026-03-02"))))
                .containsExactly("PUBLICITY_NOT_OVER");
        assertThat(Acting.codes(deposit.release(true, false, Acting.officer("HR_OFFICER", "2026-03-03"))))
                .isEmpty();
    }

    @Test
    void isReassessedOnlyWhileNothingIsLodged() {
        var deposit = lodged("60000000.00");

        assertThat(Acting.codes(deposit.reassess(deposit.facts(), deposit.decision())))
                .containsExactly("DEPOSIT_NOT_DUE");
    }
}
