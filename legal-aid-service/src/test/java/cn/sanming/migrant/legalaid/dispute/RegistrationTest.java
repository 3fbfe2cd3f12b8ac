package cn.sanming.migrant.legalaid.dispute;

import static cn.sanming.migrant.legalaid.dispute.Cases.OFFICER;
import static cn.sanming.migrant.legalaid.dispute.Cases.REGISTRATION;
import static cn.sanming.migrant.legalaid.dispute.Cases.REGISTRY;
import static cn.sanming.migrant.legalaid.dispute.Cases.WORKER;
import static cn.sanming.migrant.legalaid.dispute.Cases.application;
import static cn.sanming.migrant.legalaid.dispute.Cases.context;
import static cn.sanming.migrant.legalaid.dispute.Cases.granted;
import static cn.sanming.migrant.legalaid.dispute.Cases.refused;
import static cn.sanming.migrant.legalaid.dispute.Cases.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.cases.Command.Because;
import cn.sanming.migrant.platform.cases.Command.Nothing;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {

    private static List<String> refusals(Application application, Actor actor) {
        return REGISTRATION.register(application, context(actor, "2024-06-13"))
                        instanceof Outcome.Refused<Dispute>(var refusal)
                ? refusal.reasons().stream().map(Reason::code).toList()
                : List.of();
    }

    @ParameterizedTest
    @CsvSource({"2, REPRESENTATIVES", "3, ", "5, ", "6, REPRESENTATIVES"})
    void asksAGroupForThreeToFiveRepresentatives(int representatives, String code) {
        var codes = refusals(application(10, representatives, false), OFFICER);
        assertThat(codes).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void asksNineWorkersForNoRepresentatives() {
        var dispute = submitted(application(9, 0, false), "2024-06-13");
        assertThat(dispute.group).isFalse();
        assertThat(dispute.panel).isEqualTo(Dispute.Panel.SINGLE);
    }

    @Test
    void takesACaseOnlyWhereTheWorkIsOrTheEmployerSits() {
        assertThat(refusals(application(1, 0, false, "350425", "350481"), OFFICER))
                .containsExactly("PLACE");
        assertThat(submitted(application(1, 0, false, "350481", "350481"), "2024-06-13")
                        .file
                        .district())
                .isEqualTo("350481");
    }

    @Test
    void letsAWorkerApplyOnlyInTheirOwnName() {
        var stranger = new Actor("worker-P-77", Set.of("WORKER"), null, null, null, "P-77");
        assertThat(refusals(application(1, 0, false), stranger)).containsExactly("NOT_A_PARTY");
        assertThat(refusals(application(1, 0, false), WORKER)).isEmpty();
    }

    @Test
    void showsTheLastDayOfTheLimitation() {
        assertThat(submitted(application(1, 0, false), "2024-06-10").filing.limitationLastDay())
                .isEqualTo("2024-06-11");
    }

    @Test
    void returnsAnApplicationOnceForAllThatCouldBeSeen() {
        var dispute = submitted(application(1, 0, false), "2024-06-13");
        var first = new Registry.Missing(List.of("contract", "payslips"));
        granted(REGISTRY.returnOnce(dispute, first, context(OFFICER, "2024-06-13")));
        granted(REGISTRY.supply(dispute, new Registry.Supplied(List.of("contract")), context(WORKER, "2024-06-20")));
        refused(
                REGISTRY.returnOnce(
                        dispute,
                        new Registry.Missing(List.of("attendance", "contract")),
                        context(OFFICER, "2024-06-20")),
                "ONE_TIME_NOTICE");
        granted(REGISTRY.returnOnce(
                dispute, new Registry.Missing(List.of("contract")), context(OFFICER, "2024-06-20")));
    }

    @Test
    void startsTheOfficersClockAgainWhenMaterialComesIn() {
        var dispute = submitted(application(1, 0, false), "2024-06-13");
        granted(REGISTRY.supply(dispute, new Registry.Supplied(List.of("contract")), context(WORKER, "2024-06-20")));
        assertThat(dispute.clocks.acceptByFast()).isEqualTo("2024-06-21");
        assertThat(dispute.clocks.submittedOn()).isEqualTo("2024-06-13");
    }

    @Test
    void acceptsWithGapsOnlyWhenTheyArePromised() {
        var gaps = new Registry.Acceptance(List.of("payslips"), LocalDate.parse("2024-06-28"));
        refused(
                REGISTRY.accept(
                        submitted(application(1, 0, false), "2024-06-13"), gaps, context(OFFICER, "2024-06-14")),
                "GAPS_WITHOUT_PROMISE");
        var dispute = submitted(application(1, 0, true), "2024-06-13");
        granted(REGISTRY.accept(dispute, gaps, context(OFFICER, "2024-06-14")));
        granted(REGISTRY.handIn(dispute, new Registry.Supplied(List.of("payslips")), context(WORKER, "2024-06-20")));
        assertThat(dispute.gaps).isNull();
    }

    @Test
    void refusesOnlyWithReasons() {
        var dispute = submitted(application(1, 0, false), "2024-06-13");
        refused(REGISTRY.refuse(dispute, new Because(" "), context(OFFICER, "2024-06-14")), "REASONS_REQUIRED");
        granted(REGISTRY.refuse(dispute, new Because("不属于受理范围"), context(OFFICER, "2024-06-14")));
    }

    @Test
    void givesTheRespondentTenWorkingDaysFromService() {
        var dispute = Cases.accepted();
        assertThat(dispute.clocks.running().serveBy()).isEqualTo("2024-06-21");
        granted(REGISTRY.serve(dispute, new Nothing(), context(OFFICER, "2024-06-17")));
        assertThat(dispute.clocks.running().answerBy()).isEqualTo("2024-07-01");
        refused(REGISTRY.waiveAnswer(dispute, new Nothing(), context(WORKER, "2024-06-18")), "RESPONDENT_ONLY");
        granted(REGISTRY.waiveAnswer(dispute, new Nothing(), context(Cases.FIRM, "2024-06-18")));
        assertThat(DisputeView.of(dispute).clocks().answerBy()).isNull();
    }
}
