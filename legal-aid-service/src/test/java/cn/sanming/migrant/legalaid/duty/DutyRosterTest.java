package cn.sanming.migrant.legalaid.duty;

import static cn.sanming.migrant.legalaid.RulesOfTheHouse.evaluate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sanming.migrant.platform.web.Bodies;
import java.time.YearMonth;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DutyRosterTest {

    private static final YearMonth MONTH = YearMonth.of(2024, 2);

    private static String days(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(day -> '"' + MONTH.atDay(day).toString() + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void isCompleteWithEveryDayOfALeapFebruary() {
        var found = evaluate("DUTY_ROSTER", "{\"month\":\"2024-02\",\"days_with_a_lawyer\":" + days(1, 29) + "}");
        assertThat(found.path("publishable").asBoolean()).isTrue();
        assertThat(found.path("gaps").isEmpty()).isTrue();
    }

    @Test
    void listsTheOneDayThatIsMissing() {
        var found = evaluate("DUTY_ROSTER", "{\"month\":\"2024-02\",\"days_with_a_lawyer\":" + days(1, 28) + "}");
        assertThat(found.path("publishable").asBoolean()).isFalse();
        assertThat(found.path("gaps")).extracting(node -> node.asString()).containsExactly("2024-02-29");
    }

    @Test
    void understandsEveryDayInWords() {
        assertThat(evaluate("DUTY_ROSTER", "{\"month\":\"2024-06\",\"days_with_a_lawyer\":\"every day\"}")
                        .path("publishable")
                        .asBoolean())
                .isTrue();
        assertThat(evaluate(
                                "DUTY_ROSTER",
                                "{\"month\":\"2024-06\",\"days_with_a_lawyer\":\"every day except 2024-06-02, 2024-06-01\"}")
                        .path("gaps"))
                .extracting(node -> node.asString())
                .containsExactly("2024-06-01", "2024-06-02");
    }

    @Test
    void countsMakeUpWorkingDaysAsNoRestDays() {
        var found = evaluate("DUTY_ROSTER", "{\"month\":\"2024-02\",\"days_with_a_lawyer\":\"every day\"}");
        assertThat(found.path("rest_days_of_the_month"))
                .extracting(node -> node.asString())
                .contains("2024-02-03", "2024-02-10", "2024-02-25")
                .doesNotContain("2024-02-04", "2024-02-18");
    }

    @Test
    void refusesWordsItDoesNotUnderstand() {
        assertThatThrownBy(
                        () -> evaluate("DUTY_ROSTER", "{\"month\":\"2024-06\",\"days_with_a_lawyer\":\"most days\"}"))
                .isInstanceOf(Bodies.Refused.class);
    }
}
