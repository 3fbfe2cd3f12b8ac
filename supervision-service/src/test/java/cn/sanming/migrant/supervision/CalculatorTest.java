package cn.sanming.migrant.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.Examples.Example;
import cn.sanming.migrant.platform.test.OpenApiContract;
import cn.sanming.migrant.platform.test.ServiceTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Catalogue, rules and life cycles over HTTP, without a token.
@ServiceTest
class CalculatorTest {

    private static final String AREA = "/api/v1/supervision";

    @Autowired
    Api api;

    @ParameterizedTest
    @MethodSource("cn.sanming.migrant.platform.test.Examples#rules")
    void givesWhatTheWorkedExampleExpects(Example example) {
        var answer = api.post(AREA + "/rules/" + example.rule() + "/evaluations", example.input());
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(Examples.differences(example.expected(), answer.body().path("result")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cn.sanming.migrant.platform.test.Examples#checks")
    void answersWhatTheLifeCycleAllows(Example example) {
        var machine = example.input().path("machine").asString();
        var answer = api.post(AREA + "/lifecycles/" + machine + "/checks", example.input());
        assertThat(Examples.differences(example.expected(), answer.body())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "IND-15-A, 0.98, 0.98, true",
        "IND-15-A, 0.9799, 0.98, false",
        "IND-02-A, 0, 0, true",
        "IND-02-A, 1, 0, false",
        "IND-19-B, 35, 35, true",
        "IND-01-A, 19, 20, false",
        "IND-03-B, 200000.00, 200000.00, true",
        "IND-12-B, 1, 1, true",
    })
    void judgesAValueByTheTargetInForce(String indicator, String value, double target, boolean met) {
        var answer = api.post(
                AREA + "/rules/INDICATOR/evaluations",
                "{\"indicator\":\"%s\",\"value\":%s}".formatted(indicator, value));
        assertThat(answer.body().at("/result/target").asDouble()).isEqualTo(target);
        assertThat(answer.body().at("/result/met").asBoolean()).isEqualTo(met);
    }

    @Test
    void offersWhatTheCommittedContractSays() {
        assertThat(OpenApiContract.difference(api, Path.of("contracts/operations.txt")))
                .isEmpty();
    }

    @Test
    void letsAPlanBeBeatenButNoShare() {
        var path = AREA + "/rules/INDICATOR/evaluations";
        assertThat(api.post(path, Map.of("indicator", "IND-08-B", "value", 1.2))
                        .body()
                        .at("/result/met")
                        .asBoolean())
                .isTrue();
        assertThat(api.post(path, Map.of("indicator", "IND-08-A", "value", 1.2)).text("/errors/0/code"))
                .isEqualTo("RATIO_EXPECTED");
    }

    @Test
    void watchesSomeIndicatorsWithoutATarget() {
        var answer = api.post(AREA + "/rules/INDICATOR/evaluations", Map.of("indicator", "IND-01-B", "value", 7));
        assertThat(answer.body().at("/result").toString()).isEqualTo("{\"target\":null,\"met\":null}");
        assertThat(api.post(AREA + "/rules/INDICATOR/evaluations", Map.of("indicator", "IND-99-Z", "value", 7))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"M15, 25, SM-RSJ", "M06, 12, SM-RSJ", "M20, 37, SM-DCS", "M21, 14, SM-XCB", "M08, 12, SM-JYJ"})
    void givesEveryUnitOfAMeasureItsTask(String measure, int tasks, String lead) {
        var answer = api.post(AREA + "/rules/TASK_FANOUT/evaluations", Map.of("measure", measure));
        assertThat(answer.body().at("/result/tasks").asInt()).isEqualTo(tasks);
        assertThat(answer.text("/result/lead")).isEqualTo(lead);
    }

    @Test
    void namesEveryReasonAgainstAnHonour() {
        var answer = api.post(
                AREA + "/rules/HONOUR_DISQUALIFIED/evaluations",
                Map.of(
                        "criminal_record_on",
                        "2020-05-02",
                        "person_is_responsible_person_of_listed_employer",
                        true,
                        "migrant_worker",
                        false,
                        "last_title_on",
                        "2022-05-02",
                        "on",
                        "2025-05-01"));
        assertThat(answer.body().at("/result/reasons").toString())
                .isEqualTo(
                        "[\"DISQUALIFIED_CRIMINAL\",\"DISQUALIFIED_BLACKLIST\",\"NOT_MIGRANT_WORKER\",\"DUPLICATE\"]");
        var later = api.post(
                AREA + "/rules/HONOUR_DISQUALIFIED/evaluations",
                Map.of("criminal_record_on", "2020-05-02", "last_title_on", "2022-05-02", "on", "2025-05-02"));
        assertThat(later.body().at("/result/accepted").asBoolean()).isTrue();
    }

    @Test
    void knowsTheDeadlinesOfPlansTasksAndAlerts() {
        var answer = api.post(
                AREA + "/rules/TASK_DEADLINE/evaluations",
                Map.of(
                        "red_alert_on",
                        "2024-05-15",
                        "assigned_on",
                        "2024-05-15",
                        "due_on",
                        "2024-05-22",
                        "on",
                        "2024-05-23"));
        assertThat(answer.text("/result/task_by")).isEqualTo("2024-05-22");
        assertThat(answer.text("/result/acknowledge_by")).isEqualTo("2024-05-22");
        assertThat(answer.body().at("/result/overdue").asBoolean()).isTrue();
        assertThat(api.post(AREA + "/rules/TASK_DEADLINE/evaluations", Map.of()).status())
                .isEqualTo(400);
    }

    @Test
    void leadsFromAnEventToMeasureClauseAndUnit() {
        var card = api.get(AREA + "/events-catalogue/wage.arrears.detected").body();
        assertThat(card.at("/measures/0").asString()).isEqualTo("M15");
        assertThat(card.at("/clauses").toString()).contains("M15.8");
        assertThat(card.at("/units/0").asString()).isEqualTo("SM-RSJ");
        assertThat(card.at("/units").toString()).contains("SM-ZJJ", "SM-GAJ", "SM-XQ");
        assertThat(api.get(AREA + "/events-catalogue").body().at("/items").size())
                .isEqualTo(109);
    }

    @Test
    void showsUnitsMeasuresPromisesAndIndicators() {
        assertThat(api.get(AREA + "/units").body().at("/items").size()).isEqualTo(27);
        assertThat(api.get(AREA + "/measures").body().at("/items").size()).isEqualTo(21);
        var wages = api.get(AREA + "/measures/M15").body();
        assertThat(wages.at("/lead").asString()).isEqualTo("SM-RSJ");
        assertThat(wages.at("/responsible").size()).isEqualTo(13);
        assertThat(wages.at("/counties").size()).isEqualTo(11);
        assertThat(wages.at("/promises/3/id").asString()).isEqualTo("M15.4");
        assertThat(api.get(AREA + "/measures/M99").status()).isEqualTo(404);
        assertThat(api.get(AREA + "/indicators").body().at("/items").size()).isEqualTo(64);
        var training = api.get(AREA + "/indicators/IND-05-A").body();
        assertThat(training.at("/target").asInt()).isEqualTo(5000);
        assertThat(training.at("/basis").asString()).isEqualTo("P");
    }
}
