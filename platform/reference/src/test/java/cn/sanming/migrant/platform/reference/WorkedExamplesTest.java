package cn.sanming.migrant.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The worked examples of the specification for the rules of this room, word for word.
class WorkedExamplesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final WorkingCalendar CALENDAR = WorkingCalendar.china();

    record Example(
            String id, String measure, String rule, JsonNode input, Map<String, Object> expected, String reason) {
        @Override
        public String toString() {
            return id + " " + rule + ": " + reason;
        }
    }

    static List<Example> examples() {
        var file = WorkedExamplesTest.class.getResourceAsStream("/examples/reference.json");
        return List.of(new JsonMapper().readValue(file, Example[].class));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answersAsTheSpecificationSays(Example example) {
        assertThat(answer(example.rule(), example.input())).isEqualTo(example.expected());
    }

    private static Map<String, @Nullable Object> answer(String rule, JsonNode input) {
        return switch (rule) {
            case "ID_CHECKSUM" -> checked(ResidentId.fault(text(input, "id_number"), TODAY));
            case "USCC_CHECKSUM" -> checked(CreditCode.fault(text(input, "uscc")));
            case "WORKING_DAYS" ->
                Map.of(
                        "deadline",
                        written(CALENDAR.workingDaysAfter(date(input, "from"), number(input, "working_days"))));
            case "CALENDAR_DAYS" ->
                Map.of(
                        "deadline",
                        written(CALENDAR.calendarDaysAfter(date(input, "from"), number(input, "calendar_days"))));
            case "ADD_MONTHS" ->
                Map.of("result", written(Dates.addMonths(date(input, "date"), number(input, "months"))));
            case "RETIREMENT_DATE" ->
                Map.of(
                        "retirement_date",
                        written(Retirement.date(
                                date(input, "birth_date"), Retirement.Category.valueOf(text(input, "category")))));
            case String unknown -> throw new AssertionError("no such rule here: " + unknown);
        };
    }

    private static Map<String, @Nullable Object> checked(Optional<? extends Enum<?>> fault) {
        var answer = new HashMap<String, @Nullable Object>();
        answer.put("valid", fault.isEmpty());
        answer.put("error", fault.map(Enum::name).orElse(null));
        return answer;
    }

    private static String text(JsonNode input, String field) {
        return input.required(field).asString();
    }

    private static int number(JsonNode input, String field) {
        return input.required(field).asInt();
    }

    private static LocalDate date(JsonNode input, String field) {
        return LocalDate.parse(text(input, field));
    }

    private static Object written(LocalDate date) {
        return date.toString();
    }
}
