package cn.sanming.migrant.housing.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.housing.HousingTest;
import cn.sanming.migrant.housing.ban.FraudBans;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The windows of the housing office, one rule after the other.
class WindowTest extends HousingTest {
    @Autowired
    FraudBans bans;

    private String applied(String person, Object... more) {
        return done(Who.worker(person), "applications", form(more)).text("/id");
    }

    private String accepted(String person, Object... more) {
        var id = applied(person, more);
        done(OFFICER, "applications/" + id + "/accept");
        return id;
    }

    @Test
    void takesOneApplicationOfAPersonAndShowsItToNobodyElse() {
        on("2024-06-03");
        var person = somebody();
        var id = applied(person);
        var again = post(Who.worker(person), "applications", form());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/other")).endsWith(id);
        assertThat(get_(Who.worker(somebody()), "applications/" + id).status()).isEqualTo(404);
        assertThat(get_(Who.worker(somebody()), "applications/" + id + "/position")
                        .status())
                .isEqualTo(404);
        refused(Who.officer("o", "350421", "HOUSING_OFFICER"), "applications/" + id + "/accept", Map.of(), 404);
        refused(Who.worker(person), "applications/" + id + "/accept", Map.of(), 403, "FORBIDDEN_ROLE");
        refused(Who.worker(somebody()), "applications", form("district", "350499"), 400, "UNKNOWN_DISTRICT");
        done(Who.worker(person), "applications/" + id + "/withdraw");
        applied(person);
    }

    @Test
    void namesEverythingThatIsMissingOnce() {
        on("2024-06-03");
        var person = somebody();
        var id = applied(person);
        done(OFFICER, "applications/" + id + "/return", Map.of("missing", List.of("HOUSEHOLD_REGISTER")));
        done(
                Who.worker(person),
                "applications/" + id + "/resubmit",
                Map.of("materials", List.of("HOUSEHOLD_REGISTER")));
        refused(
                OFFICER,
                "applications/" + id + "/return",
                Map.of("missing", List.of("MARRIAGE_CERTIFICATE")),
                422,
                "ONE_TIME_NOTICE");
        done(OFFICER, "applications/" + id + "/return", Map.of("missing", List.of("HOUSEHOLD_REGISTER")));
    }

    @Test
    void refusesWithAllReasonsAndTellsThem() {
        on("2024-06-03");
        var person = somebody();
        worked(person, COUNTY, "2021-06-04", null);
        var id = accepted(person, "own_home_area", "15.00");
        refused(
                OFFICER,
                "applications/" + id + "/check_pass",
                Map.of(),
                422,
                "WORKED_LT_3_YEARS",
                "HOME_AREA_NOT_BELOW_LIMIT");
        refused(OFFICER, "applications/" + id + "/reject", Map.of("reasons", List.of()), 422, "REASONS_REQUIRED");
        refused(
                OFFICER,
                "applications/" + id + "/reject",
                Map.of("reasons", List.of("OWNS_HOME")),
                422,
                "REASON_NOT_FOUND");
        done(
                OFFICER,
                "applications/" + id + "/reject",
                Map.of("reasons", List.of("WORKED_LT_3_YEARS", "HOME_AREA_NOT_BELOW_LIMIT")));
        var told = events.await("housing.application.rejected", id);
        assertThat(told.data().path("reasons")).hasSize(2);
        applied(person);
    }

    @Test
    void asksForPapersAndNeverRefusesWhileTheWageDepartmentIsSilent() {
        on("2024-06-03");
        wageDepartmentIsSilent();
        var person = somebody();
        var opened = done(Who.worker(person), "applications", form());
        var id = opened.text("/id");
        assertThat(opened.body().path("employment_degraded").asBoolean()).isTrue();
        assertThat(opened.body().at("/proof_required/0").asString()).isEqualTo("EMPLOYMENT_PROOF");
        done(OFFICER, "applications/" + id + "/accept");
        refused(OFFICER, "applications/" + id + "/check_pass", Map.of(), 422, "EMPLOYMENT_PROOF");
        refused(
                OFFICER,
                "applications/" + id + "/reject",
                Map.of("reasons", List.of("WORKED_LT_3_YEARS")),
                422,
                "EMPLOYMENT_NOT_CONFIRMED");
        refused(OFFICER, "applications/" + id + "/confirm_employment", Map.of(), 422, "WAGE_DEPARTMENT_SILENT");
        refused(
                OFFICER,
                "applications/" + id + "/record_papers",
                Map.of("jobs", List.of(Map.of("from", "2019-01-01", "district", "360102", "document", "contract"))),
                422,
                "NOT_IN_SANMING");
        var papers = done(
                OFFICER,
                "applications/" + id + "/record_papers",
                Map.of("jobs", List.of(Map.of("from", "2021-06-03", "district", COUNTY, "document", "contract"))));
        assertThat(papers.body().at("/work_years/result/eligible").asBoolean()).isTrue();
        done(OFFICER, "applications/" + id + "/check_pass");
    }

    @Test
    void asksTheWageDepartmentAgainInTheMorning() {
        on("2024-06-03");
        wageDepartmentIsSilent();
        var person = somebody();
        var id = applied(person);
        on("2024-06-04");
        theWageDepartmentAnswers();
        worked(person, COUNTY, "2020-01-01", null);
        Awaitility.await("the breaker closes").untilAsserted(() -> {
            run("housing-employment", "2024-06-04");
            assertThat(get_(OFFICER, "applications/" + id)
                            .body()
                            .path("employment_degraded")
                            .asBoolean())
                    .isFalse();
        });
        assertThat(get_(Who.worker(person), "work-years")
                        .body()
                        .at("/work_years/result/eligible")
                        .asBoolean())
                .isTrue();
    }

    private void theWageDepartmentAnswers() {
        nobodyWorked();
    }

    @Test
    void checksAgainAfterAnObjectionThatIsRight() {
        on("2024-06-03");
        var person = somebody();
        worked(person, COUNTY, "2019-01-01", null);
        var id = accepted(person);
        done(OFFICER, "applications/" + id + "/check_pass");
        on("2024-06-12");
        var neighbour = Who.worker(somebody());
        refused(
                neighbour,
                "publicity/" + id + "/objections",
                Map.of("text", "owns a house in Jiangxi"),
                422,
                "PUBLICITY_OVER");
        on("2024-06-07");
        done(neighbour, "publicity/" + id + "/objections", Map.of("text", "owns a house in Jiangxi"));
        on("2024-06-17");
        run("housing-applications", "2024-06-17");
        assertThat(stateOf(id)).isEqualTo("PUBLICISED");
        var shown = get_(Who.worker(person), "applications/" + id);
        assertThat(shown.raw().body()).doesNotContain(neighbour.id());
        var objection = shown.text("/objections/0/id");
        done(OFFICER, "applications/" + id + "/object", Map.of("objection_id", objection));
        assertThat(stateOf(id)).isEqualTo("ACCEPTED");
        refused(
                OFFICER,
                "applications/" + id + "/check_pass",
                Map.of("own_home_area", "90.00"),
                422,
                "HOME_AREA_NOT_BELOW_LIMIT");
        done(
                OFFICER,
                "applications/" + id + "/reject",
                Map.of(
                        "reasons",
                        List.of("HOME_AREA_NOT_BELOW_LIMIT", "FALSE_STATEMENT"),
                        "findings",
                        Map.of("own_home_area", "90.00")));
        assertThat(bans.until(person)).isEqualTo("2029-06-17");
        on("2029-06-15");
        var banned = applied(person);
        refused(OFFICER, "applications/" + banned + "/accept", Map.of(), 422, "FRAUD_BAN");
        done(Who.worker(person), "applications/" + banned + "/withdraw");
    }

    @Test
    void goesOnAfterAnObjectionThatIsWrong() {
        on("2024-06-03");
        var person = somebody();
        worked(person, COUNTY, "2019-01-01", null);
        var id = accepted(person);
        done(OFFICER, "applications/" + id + "/check_pass");
        done(Who.worker(somebody()), "publicity/" + id + "/objections", Map.of("text", "I do not like them"));
        var objection = get_(OFFICER, "applications/" + id).text("/objections/0/id");
        done(OFFICER, "applications/" + id + "/dismiss_objection", Map.of("objection_id", objection));
        on("2024-06-13");
        run("housing-applications", "2024-06-13");
        assertThat(stateOf(id)).isEqualTo("WAITLISTED");
    }
}
