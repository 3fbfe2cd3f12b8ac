package cn.sanming.migrant.wage.injury;

import static cn.sanming.migrant.wage.Acting.FIRM;
import static cn.sanming.migrant.wage.Acting.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.test.RuleTable;
import cn.sanming.migrant.wage.Acting;
import cn.sanming.migrant.wage.injury.InjuryForms.Acceptance;
import cn.sanming.migrant.wage.injury.InjuryForms.Item;
import cn.sanming.migrant.wage.injury.InjuryForms.Missing;
import cn.sanming.migrant.wage.injury.InjuryForms.Report;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InjuryRecognitionTest {

    private static final RuleTable RULES = new RuleTable(new InjuryDeadlines());
    private static final LocalDate ACCIDENT = LocalDate.of(2024, 7, 22);

    private static InjuryRecognition reported(Applicant.Kind kind, String day) {
        var report = new Report(WORKER, FIRM, "350404", "p1", ACCIDENT, "scaffold", "fall", kind);
        var applicant = new Applicant(kind, kind.isEmployer() ? FIRM : null, kind.isEmployer() ? null : WORKER, null);
        var context = kind.isEmployer() ? Acting.firm(FIRM, day) : Acting.worker(WORKER, day);
        return InjuryRecognition.submit(
                report, applicant, deadlines(new InjuryDeadlines.Facts(ACCIDENT, null, null)), context);
    }

    private static InjuryDeadlines.Finding deadlines(InjuryDeadlines.Facts facts) {
        return InjuryDeadlines.provisional(facts, RULES.book().context());
    }

    private static List<String> accept(InjuryRecognition injury, String day, String extension) {
        var context = Acting.officer("HR_OFFICER", day);
        return Acting.codes(injury.accept(new Acceptance(false, extension), deadlines(injury.facts()), context));
    }

    private static InjuryView view(InjuryRecognition injury) {
        return injury.view(deadlines(injury.facts()), true);
    }

    @Test
    void publishesTheReportWithBothDeadlines() {
        var event =
                Acting.lastEvent(reported(Applicant.Kind.EMPLOYER, "2024-08-01").file());
        assertThat(event.path("employer_file_by").asString()).isEqualTo("2024-08-21");
        assertThat(event.path("worker_file_by").asString()).isEqualTo("2025-07-22");
        assertThat(event.path("project_id").asString()).isEqualTo("p1");
    }

    @ParameterizedTest
    @CsvSource({
        "EMPLOYER, 2024-08-21, ''",
        "EMPLOYER, 2024-08-22, EMPLOYER_FILED_LATE",
        "WORKER, 2024-08-22, ''",
        "UNION, 2025-07-22, ''",
        "RELATIVE, 2025-07-23, WORKER_FILED_LATE",
    })
    void isAcceptedWhenItWasHandedInInTime(Applicant.Kind kind, String day, String refusal) {
        var injury = reported(kind, day);
        assertThat(accept(injury, "2025-08-01", null))
                .containsExactlyElementsOf(refusal.isEmpty() ? List.of() : List.of(refusal));
    }

    @Test
    void takesALateEmployerWhoseTimeWasExtended() {
        assertThat(accept(reported(Applicant.Kind.EMPLOYER, "2024-08-22"), "2024-08-28", "typhoon"))
                .isEmpty();
    }

    @Test
    void leavesTheBenefitsOfTheLostTimeToTheEmployer() {
        var inTime = reported(Applicant.Kind.WORKER, "2024-08-21");
        accept(inTime, "2024-08-28", null);
        assertThat(view(inTime).employerBears()).isNull();

        var late = reported(Applicant.Kind.WORKER, "2024-08-22");
        accept(late, "2024-08-28", null);
        assertThat(view(late).employerBears()).isEqualTo(new InjuryView.Span(ACCIDENT, LocalDate.of(2024, 8, 28)));
    }

    @Test
    void asksForEverythingAtOnce() {
        var injury = reported(Applicant.Kind.WORKER, "2024-08-01");
        injury.requestMaterial(new Missing(List.of(new Item("diagnosis", null), new Item("contract", null))));
        assertThat(Acting.codes(injury.supply(List.of("diagnosis")))).containsExactly("MATERIAL_STILL_MISSING");
        assertThat(Acting.codes(injury.supply(List.of("diagnosis", "contract"))))
                .isEmpty();
        assertThat(Acting.codes(injury.requestMaterial(new Missing(List.of(new Item("witness", null))))))
                .containsExactly("ONE_TIME_NOTICE");
        assertThat(Acting.codes(injury.requestMaterial(new Missing(List.of(new Item("translation", true))))))
                .isEmpty();
    }

    @Test
    void stopsTheClockWhileItWaitsForACourt() {
        var injury = reported(Applicant.Kind.WORKER, "2024-08-01");
        accept(injury, "2024-08-28", null);
        assertThat(view(injury).decideBy()).isEqualTo("2024-10-28");
        injury.suspend("traffic police", Acting.officer("HR_OFFICER", "2024-09-10"));
        assertThat(view(injury).decideBy()).isNull();
        injury.resume(Acting.officer("HR_OFFICER", "2024-09-20"));
        assertThat(view(injury).decideBy()).isEqualTo("2024-11-06");
        injury.recognise(Acting.officer("HR_OFFICER", "2024-11-06"));
        assertThat(view(injury).decidedInTime()).isTrue();
        assertThat(Acting.lastEvent(injury.file()).path("suspended_days").asInt())
                .isEqualTo(10);
    }

    @Test
    void recognisesLateRatherThanNotAtAll() {
        var injury = reported(Applicant.Kind.WORKER, "2024-08-01");
        accept(injury, "2024-08-28", null);
        CommandContext context = Acting.officer("HR_OFFICER", "2024-10-29");
        assertThat(Acting.codes(injury.recognise(context))).isEmpty();
        assertThat(view(injury).decidedInTime()).isFalse();
        var event = Acting.lastEvent(injury.file());
        assertThat(event.path("accepted_on").asString()).isEqualTo("2024-08-28");
        assertThat(event.path("clear_case").asBoolean()).isFalse();
        assertThat(event.has("suspended_days")).isFalse();
    }

    @Test
    void showsADeadlineOfAYearWhoseCalendarIsNotPublished() {
        var facts = new InjuryDeadlines.Facts(LocalDate.of(2030, 5, 4), null, null);
        assertThat(deadlines(facts).workerFileBy()).isEqualTo("2031-05-04");
    }
}
