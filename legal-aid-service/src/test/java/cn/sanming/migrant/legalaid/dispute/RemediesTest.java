package cn.sanming.migrant.legalaid.dispute;

import static cn.sanming.migrant.legalaid.dispute.Cases.FIRM;
import static cn.sanming.migrant.legalaid.dispute.Cases.OFFICER;
import static cn.sanming.migrant.legalaid.dispute.Cases.PROCEEDINGS;
import static cn.sanming.migrant.legalaid.dispute.Cases.REMEDIES;
import static cn.sanming.migrant.legalaid.dispute.Cases.WORKER;
import static cn.sanming.migrant.legalaid.dispute.Cases.awarded;
import static cn.sanming.migrant.legalaid.dispute.Cases.context;
import static cn.sanming.migrant.legalaid.dispute.Cases.granted;
import static cn.sanming.migrant.legalaid.dispute.Cases.in;
import static cn.sanming.migrant.legalaid.dispute.Cases.refused;
import static cn.sanming.migrant.legalaid.dispute.Cases.system;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.cases.Command.Because;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RemediesTest {

    private static final String FINAL = "6850.00";
    private static final String NOT_FINAL = "30000.00";
    private static final Remedies.Annulment ANNULMENT =
            new Remedies.Annulment(Remedies.AnnulmentGround.PROCEDURE_VIOLATED);

    @Test
    void keepsWhyAnAwardIsFinal() {
        var award = awarded(FINAL).award;
        assertThat(award.isFinal()).isTrue();
        assertThat(award.finality().steps()).isNotEmpty().allMatch(step -> step.passed());
        assertThat(award.finality().parameters()).extracting("id").containsExactly("dispute.final_months");
        assertThat(award.sueUntil()).isEqualTo("2024-07-25");
        assertThat(award.annulUntil()).isEqualTo("2024-08-09");
    }

    @Test
    void letsTheWorkerSueAgainstAFinalAwardInEffectForFifteenDays() {
        var dispute = awarded(FINAL);
        in(dispute, DisputeState.EFFECTIVE);
        granted(REMEDIES.sue(dispute, context(WORKER, "2024-07-25")));
        var late = REMEDIES.sue(dispute, context(WORKER, "2024-07-26"));
        refused(late, "SUE_DAYS");
        assertThat(((Verdict.Refused) late).refusal().kind()).isEqualTo(Kind.DEADLINE_PASSED);
    }

    @Test
    void neverLetsTheEmployerSueAgainstAFinalAward() {
        var dispute = awarded(FINAL);
        refused(REMEDIES.sue(dispute, context(FIRM, "2024-07-11")), "EMPLOYER_MAY_ONLY_ANNUL");
        in(dispute, DisputeState.EFFECTIVE);
        refused(REMEDIES.sue(dispute, context(FIRM, "2024-07-26")), "EMPLOYER_MAY_ONLY_ANNUL", "SUE_DAYS");
    }

    @Test
    void letsBothSueAgainstOtherAwardsUntilTheyTakeEffect() {
        var dispute = awarded(NOT_FINAL);
        granted(REMEDIES.sue(dispute, context(FIRM, "2024-07-25")));
        granted(REMEDIES.sue(dispute, context(WORKER, "2024-07-25")));
        in(dispute, DisputeState.EFFECTIVE);
        refused(REMEDIES.sue(dispute, context(WORKER, "2024-07-25")), "AWARD_IN_EFFECT");
    }

    @Test
    void annulsFinalAwardsOnlyAndForThirtyDays() {
        var dispute = awarded(FINAL);
        granted(REMEDIES.annul(dispute, ANNULMENT, context(FIRM, "2024-08-09")));
        refused(REMEDIES.annul(dispute, ANNULMENT, context(FIRM, "2024-08-10")), "ANNUL_DAYS");
        refused(REMEDIES.annul(awarded(NOT_FINAL), ANNULMENT, context(FIRM, "2024-07-11")), "FINAL_AWARD_ONLY");
    }

    @Test
    void putsOtherAwardsIntoEffectOnTheDayAfterTheFifteenth() {
        granted(REMEDIES.takeEffect(awarded(FINAL), system("2024-07-10")));
        refused(REMEDIES.takeEffect(awarded(NOT_FINAL), system("2024-07-25")), "SUE_DAYS_RUNNING");
        granted(REMEDIES.takeEffect(awarded(NOT_FINAL), system("2024-07-26")));
    }

    @Test
    void isWithdrawnByTheApplicantOnly() {
        var dispute = Cases.accepted();
        refused(REMEDIES.withdraw(dispute, context(FIRM, "2024-06-20")), "APPLICANT_ONLY");
        granted(REMEDIES.withdraw(dispute, context(WORKER, "2024-06-20")));
    }

    @Test
    void isEnforcedOnlyWhenTheDayOfPerformanceHasPassed() {
        var dispute = awarded(FINAL);
        refused(REMEDIES.enforce(dispute, context(WORKER, "2024-07-20")), "NOT_DUE_YET");
        granted(REMEDIES.enforce(dispute, context(WORKER, "2024-07-21")));
    }

    @Test
    void isSatisfiedByTheWholeAmount() {
        var dispute = awarded(FINAL);
        refused(REMEDIES.satisfy(dispute, receipt("6849.99"), context(WORKER, "2024-08-01")), "AMOUNT_OUTSTANDING");
        granted(REMEDIES.satisfy(dispute, receipt("6850.00"), context(WORKER, "2024-08-01")));
    }

    private static Remedies.Receipt receipt(String amount) {
        return new Remedies.Receipt(Money.of(amount));
    }

    @Test
    void settlesOnlyByASignedDocument() {
        var dispute = Cases.accepted();
        var payBy = LocalDate.parse("2024-06-28");
        var draft = new Proceedings.Agreement(Money.of("5000.00"), payBy, false);
        refused(PROCEEDINGS.settle(dispute, draft, context(OFFICER, "2024-06-20")), "MEDIATION_DOCUMENT_SIGNED");
        var signed = new Proceedings.Agreement(Money.of("5000.00"), payBy, true);
        granted(PROCEEDINGS.settle(dispute, signed, context(OFFICER, "2024-06-20")));
        assertThat(Cases.events(dispute).getLast()).contains("legalaid.dispute.mediated", "\"amount\":\"5000.00\"");
        assertThat(dispute.due()).isEqualTo(Money.of("5000.00"));
    }

    @Test
    void announcesAHearingFiveWorkingDaysBeforeUnlessWaived() {
        var dispute = Cases.accepted();
        var today = context(OFFICER, "2024-06-17");
        refused(PROCEEDINGS.schedule(dispute, summons("2024-06-21", false), today), "HEARING_NOTICE");
        granted(PROCEEDINGS.schedule(dispute, summons("2024-06-24", false), today));
        granted(PROCEEDINGS.schedule(dispute, summons("2024-06-17", true), today));
        granted(PROCEEDINGS.hear(dispute, today));
    }

    private static Proceedings.Summons summons(String day, boolean waived) {
        return new Proceedings.Summons(LocalDate.parse(day), waived, true, null);
    }

    @Test
    void passesTheFastLimitBeforeTheStatutoryOneAndEachOnce() {
        var dispute = Cases.accepted();
        assertThat(dispute.hasUnrecordedLimit(LocalDate.parse("2024-07-15"))).isFalse();
        assertThat(dispute.hasUnrecordedLimit(LocalDate.parse("2024-07-16"))).isTrue();
        dispute.recordPassedLimits(system("2024-07-16"));
        dispute.recordPassedLimits(system("2024-07-17"));
        assertThat(dispute.hasUnrecordedLimit(LocalDate.parse("2024-07-29"))).isFalse();
        dispute.recordPassedLimits(system("2024-07-30"));
        dispute.recordPassedLimits(system("2024-07-31"));
        assertThat(Cases.events(dispute).stream().filter(event -> event.contains("overdue")))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"limit\":\"FAST\"", "2024-07-15"),
                        second -> assertThat(second).contains("\"limit\":\"STATUTORY\"", "2024-07-29"));
    }

    @Test
    void recordsBothLimitsInOrderWhenNobodyLookedForLong() {
        var dispute = Cases.accepted();
        dispute.recordPassedLimits(system("2024-09-02"));
        assertThat(Cases.events(dispute).stream().filter(event -> event.contains("overdue")))
                .hasSize(2);
    }

    @Test
    void isExtendedOnceByTheDirector() {
        var dispute = Cases.accepted();
        granted(PROCEEDINGS.extend(dispute, new Because("案情复杂"), context(OFFICER, "2024-07-29")));
        refused(PROCEEDINGS.extend(dispute, new Because("案情复杂"), context(OFFICER, "2024-07-29")), "EXTENDED_ONCE");
        dispute.recordPassedLimits(system("2024-08-13"));
        assertThat(dispute.passed).containsExactly(DisputeEvent.Limit.FAST);
        dispute.recordPassedLimits(system("2024-08-14"));
        assertThat(dispute.passed).hasSize(2);
        refused(
                PROCEEDINGS.extend(Cases.accepted(), new Because("晚"), context(OFFICER, "2024-07-30")),
                "STATUTORY_LIMIT_PASSED");
    }
}
