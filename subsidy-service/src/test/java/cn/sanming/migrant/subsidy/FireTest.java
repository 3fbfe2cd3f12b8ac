package cn.sanming.migrant.subsidy;

import static cn.sanming.migrant.subsidy.Window.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Budgets and caps hold under fire: 200 heads approve in the same moment, over HTTP.
@ServiceTest
class FireTest {

    private static final int FIRE = 200;

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    Events events;

    private Window window;

    @BeforeEach
    void open() {
        window = new Window(api);
        clock.set("2024-10-08");
    }

    private String allocate(String budget, String measure, String district, String amount) {
        events.publish(
                "supervision.budget.allocated",
                budget,
                district,
                clock.instant(),
                Map.of(
                        "measure", measure,
                        "unit_code", "SM-RSJ",
                        "district_code", district,
                        "year", 2024,
                        "amount", amount));
        var path = "/api/v1/subsidies/budgets/" + measure + "/" + district + "/2024";
        Awaitility.await("money for " + measure)
                .atMost(PATIENCE)
                .until(() -> api.as(Window.head()).get(path).text("/allocated").equals(amount));
        return path;
    }

    private void exactlyOneWins(List<String> ids, String refusal) throws Exception {
        clock.set("2024-10-30");
        var answers = window.atOnce(Window.head(), ids, "approve");
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200)).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.raw().body()).isEqualTo(422);
            assertThat(answer.text("/code")).as(answer.raw().body()).isEqualTo(refusal);
        });
        assertThat(ids.stream().map(window::state))
                .filteredOn("APPROVED"::equals)
                .hasSize(1);
    }

    private static Map<String, Object> startup(int number) {
        return Map.of(
                "kind",
                "STARTUP",
                "district",
                "350429",
                "employer_uscc",
                "91350429MA0FJM0777",
                "startup",
                Map.of(
                        "is_migrant_worker",
                        true,
                        "first_business",
                        true,
                        "registered_on",
                        "2023-03-01",
                        "status",
                        "ACTIVE",
                        "abnormal_list",
                        false,
                        "tax_quarters_filed",
                        4,
                        "requested",
                        "500.00"));
    }

    static Map<String, Object> reward(String district, List<String> persons) {
        var lines = persons.stream()
                .map(person -> Map.of(
                        "person_id", person,
                        "employer_uscc", "91350405MA0FJM0395",
                        "employer_ownership", "PRIVATE",
                        "employer_district", "350405",
                        "licence_valid_on_start", true,
                        "contract_signed", true,
                        "employment_start", "2024-06-01"))
                .toList();
        return Map.of(
                "kind", "AGENCY_REWARD", "district", district, "agency", Map.of("for_profit", true, "lines", lines));
    }

    private static Map<String, Object> jobs(String business, List<String> persons) {
        var hires = persons.stream()
                .map(person -> Map.of(
                        "person_id", person, "contract_months", 12, "insured_from", "2024-01-01", "employed", true))
                .toList();
        return Map.of(
                "kind",
                "STARTUP_JOBS",
                "district",
                "350430",
                "employer_uscc",
                business,
                "jobs",
                Map.of("registered_on", "2023-01-10", "size", "MICRO", "hires", hires));
    }

    private static List<String> persons(String prefix, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> prefix + i).toList();
    }

    @Test
    void givesTheLast500YuanOfABudgetToExactlyOneOf200() throws Exception {
        var budget = allocate("bu-fire-1", "M04", "350429", "500.00");
        var ids = window.reviewed(FIRE, i -> Who.worker("P-FIRE-" + i), FireTest::startup);
        exactlyOneWins(ids, "BUDGET_EXHAUSTED");
        var left = api.as(Window.head()).get(budget);
        assertThat(left.text("/available")).isEqualTo("0.00");
        assertThat(left.text("/committed")).isEqualTo("500.00");

        // more money: those who waited get it without asking again, in the order of their publicity
        allocate("bu-fire-1", "M04", "350429", "1500.00");
        Awaitility.await("two more").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        ids.stream().map(window::state).filter("APPROVED"::equals))
                .hasSize(3));
        assertThat(api.as(Window.head()).get(budget).text("/committed")).isEqualTo("1500.00");
    }

    @Test
    void neverGrantsAnAgencyMoreThan200000HoweverManyApproveAtOnce() throws Exception {
        allocate("bu-fire-2", "M03", "350405", "9000000.00");
        var agency = Window.agency("91350425MA0FJM0127");
        var most = window.reviewed(1, _ -> agency, _ -> reward("350405", persons("P-AG-", 0, 399)));
        clock.set("2024-10-30");
        window.atOnce(Window.head(), most, "approve").forEach(Window::done);
        clock.set("2024-10-08");
        var ids = window.reviewed(FIRE, _ -> agency, i -> reward("350405", List.of("P-AG-" + (1_000 + i))));
        exactlyOneWins(ids, "CAP_REACHED");
        assertThat(api.as(Window.head())
                        .get("/api/v1/subsidies/budgets/M03/350405/2024")
                        .text("/committed"))
                .isEqualTo("200000.00");
    }

    @Test
    void neverGrantsAStartUpMoreThan30000HoweverManyApproveAtOnce() throws Exception {
        allocate("bu-fire-3", "M04", "350430", "9000000.00");
        var business = "91350423MA0FJM0120";
        var firm = Who.firm(business);
        var most = window.reviewed(1, _ -> firm, _ -> jobs(business, persons("P-SJ-", 0, 29)));
        clock.set("2024-10-30");
        window.atOnce(Window.head(), most, "approve").forEach(Window::done);
        clock.set("2024-10-08");
        var ids = window.reviewed(FIRE, _ -> firm, i -> jobs(business, List.of("P-SJ-" + (1_000 + i))));
        exactlyOneWins(ids, "CAP_REACHED");
        assertThat(api.as(Window.head())
                        .get("/api/v1/subsidies/budgets/M04/350430/2024")
                        .text("/committed"))
                .isEqualTo("30000.00");
    }

    @Test
    void rewardsAPersonOnceAlthoughManyAgenciesAskAtOnce() throws Exception {
        allocate("bu-fire-4", "M03", "350429", "9000000.00");
        var ids = new ArrayList<>(window.reviewed(
                20,
                i -> Window.agency("913504%02dMA0FJM0AAA".formatted(50 + i)),
                _ -> reward("350429", List.of("P-ONE"))));
        clock.set("2024-10-30");
        var answers = window.atOnce(Window.head(), ids, "approve");
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .allSatisfy(answer -> assertThat(answer.raw().body()).contains("PERSON_ALREADY_REWARDED"));
    }
}
