package cn.sanming.migrant.gateway.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.gateway.GatewayTest;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Examples;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class ReferenceTest {

    @Autowired
    Api api;

    static Stream<Examples.Example> examples() {
        return Examples.rules();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void decidesEveryWorkedExampleForAnybody(Examples.Example example) {
        var answer = evaluate(example.rule(), example.input());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Examples.differences(example.expected(), answer.body().path("result")))
                .isEmpty();
        assertThat(answer.body().at("/steps").size()).isPositive();
        assertThat(answer.text("/steps/0/clause")).isNotBlank();
    }

    @Test
    void hasExamplesOfAllItsRules() {
        assertThat(examples().map(Examples.Example::rule).distinct())
                .containsExactlyInAnyOrder(
                        "ID_CHECKSUM", "USCC_CHECKSUM", "WORKING_DAYS", "ADD_MONTHS", "CALENDAR_DAYS");
    }

    @Test
    void takesALowerCaseX() {
        assertThat(evaluate("ID_CHECKSUM", Map.of("id_number", "35040519790520002x"))
                        .body()
                        .at("/result/valid")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void looksForFaultsInOrder() {
        assertThat(evaluate("ID_CHECKSUM", Map.of("id_number", "35040420990307001X"))
                        .text("/result/error"))
                .isEqualTo("BIRTH_DATE");
        assertThat(evaluate("USCC_CHECKSUM", Map.of("uscc", "91350404MA0FJM012I"))
                        .text("/result/error"))
                .isEqualTo("FORMAT");
    }

    @Test
    void neverRepeatsAnIdentityNumber() {
        var answer = evaluate("ID_CHECKSUM", Map.of("id_number", "350404199003070011"));

        assertThat(answer.raw().body()).doesNotContain("350404199003070011").doesNotContain("19900307");
    }

    @Test
    void refusesToCountIntoAYearWhoseCalendarIsNotThere() {
        var answer = evaluate("WORKING_DAYS", Map.of("from", "2026-12-30", "working_days", 5));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/code")).isEqualTo("CALENDAR_MISSING");
    }

    @Test
    void namesEveryFaultOfTheFacts() {
        var answer = evaluate("CALENDAR_DAYS", Map.of("from", "yesterday", "calendar_days", "many"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors").valueStream().map(error -> error.path("pointer")
                        .asString()))
                .containsExactlyInAnyOrder("/from", "/calendar_days");
    }

    @Test
    void listsItsRulesWithTheirClauses() {
        var rules = api.get("/api/v1/reference/rules");

        assertThat(rules.body().at("/items").size()).isEqualTo(5);
        assertThat(rules.text("/items/0/clause")).isNotBlank();
    }

    @Test
    void knowsTheElevenDivisionsAndTheirFormerCodes() {
        assertThat(api.get("/api/v1/reference/divisions").body().at("/items").size())
                .isEqualTo(11);
        var former = api.get("/api/v1/reference/divisions/350427");
        assertThat(former.text("/division/code")).isEqualTo("350405");
        assertThat(former.text("/successor_of")).isEqualTo("350427");
        assertThat(api.get("/api/v1/reference/divisions/110105").status()).isEqualTo(404);
    }

    @Test
    void tellsTheMinimumWageOfADay() {
        var then = api.get("/api/v1/reference/minimum-wages/350404?on=2024-05-01");
        assertThat(then.text("/monthly")).isEqualTo("1810.00");
        assertThat(api.get("/api/v1/reference/minimum-wages/350424?on=2024-05-01")
                        .text("/monthly"))
                .isEqualTo("1660.00");
        assertThat(api.get("/api/v1/reference/minimum-wages")
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(5);
        assertThat(api.get("/api/v1/reference/minimum-wages/350404?on=1999-01-01")
                        .status())
                .isEqualTo(422);
        assertThat(api.get("/api/v1/reference/minimum-wages/350404?on=someday").status())
                .isEqualTo(400);
    }

    @Test
    void tellsTheCalendarOfAYearWithItsNotice() {
        var year = api.get("/api/v1/reference/calendar/2024");

        assertThat(year.text("/citation")).contains("2024");
        assertThat(year.body().at("/off").valueStream().map(day -> day.asString()))
                .contains("2024-06-10");
        assertThat(year.body().at("/work").valueStream().map(day -> day.asString()))
                .contains("2024-09-29");
        assertThat(api.get("/api/v1/reference/calendar")
                        .body()
                        .at("/years")
                        .valueStream()
                        .map(y -> y.asInt())
                        .toList())
                .isEqualTo(List.of(2022, 2023, 2024, 2025, 2026));
        assertThat(api.get("/api/v1/reference/calendar/2031").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/reference/calendar/next").status()).isEqualTo(400);
    }

    @Test
    void keepsDictionaries() {
        assertThat(api.get("/api/v1/reference/dictionaries").body().at("/items").size())
                .isGreaterThanOrEqualTo(4);
        assertThat(api.get("/api/v1/reference/dictionaries/skill_levels").text("/entries/0/zh"))
                .isEqualTo("初级工");
        assertThat(api.get("/api/v1/reference/dictionaries/nothing").status()).isEqualTo(404);
    }

    @Test
    void saysWhenNothingIsNew() {
        var tag = api.get("/api/v1/reference/divisions")
                .raw()
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(api.with("If-None-Match", tag)
                        .get("/api/v1/reference/divisions")
                        .status())
                .isEqualTo(304);
    }

    private Api.Answer evaluate(String rule, Object facts) {
        return api.post("/api/v1/reference/rules/" + rule + "/evaluations", facts);
    }
}
