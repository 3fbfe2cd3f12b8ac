package cn.sanming.migrant.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.EventContracts;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A new business from training to its follow-ups, and a loan that stands still while its firm is blacklisted.
@ServiceTest
class StartUpAndLoanTest {

    private static final String LOANS = "/api/v1/subsidies/loans";

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    Events events;

    @Test
    void offersGuidanceAndFollowsTheBusinessAfterOneThreeSixAndTwelveMonths() {
        clock.set("2024-03-01");
        events.publish(
                "training.entrepreneurship.completed",
                "en-1",
                "350404",
                clock.instant(),
                Map.of("person_id", "P-BF-1", "class_id", "cl-1", "completed_on", "2024-02-29"));
        var worker = api.as(Who.worker("P-BF-1"));
        Awaitility.await("the plan")
                .atMost(Window.PATIENCE)
                .until(() ->
                        worker.get("/api/v1/subsidies/startup-plans/P-BF-1").status() == 200);
        var business = Map.of(
                "uscc", "91350404MA0FJM012Y",
                "owner_person_id", "P-BF-1",
                "registered_on", "2024-02-29",
                "district", "350404");
        assertThat(worker.post("/api/v1/subsidies/businesses", business).status())
                .isEqualTo(201);
        assertThat(worker.post("/api/v1/subsidies/businesses", business).status())
                .isEqualTo(200);
        var items = worker.get("/api/v1/subsidies/businesses/91350404MA0FJM012Y/follow-ups")
                .body()
                .path("items");
        assertThat(items.findValuesAsString("due_on"))
                .containsExactly("2024-03-29", "2024-05-29", "2024-08-29", "2025-02-28");
        var first = "/api/v1/subsidies/business-follow-ups/"
                + items.path(0).path("id").asString();
        var office = api.as(Window.officer());
        var visit = Map.of("operating", true, "employees", 3);
        clock.set("2024-03-28");
        assertThat(office.post(first + "/done", visit).text("/errors/0/code")).isEqualTo("FOLLOW_UP_NOT_DUE");
        clock.set("2024-03-29");
        assertThat(office.post(first + "/done", visit).text("/state")).isEqualTo("DONE");
        assertThat(office.post(first + "/done", visit).status()).isEqualTo(422);
        var followed = events.await(
                "subsidy.business.followed", items.path(0).path("id").asString());
        assertThat(new EventContracts(Path.of("contracts/events")).violations(followed))
                .isEmpty();
    }

    @Test
    void letsALoanStandStillWhileItsFirmIsListedAndGoOnFromWhereItStood() {
        clock.set("2024-03-04");
        var uscc = "91350404MA0FJM056F";
        var request = Map.of(
                "kind", "SMALL_ENTERPRISE",
                "district", "350405",
                "requested", "3000000.00",
                "term_months", 24,
                "existing_staff", 101,
                "eligible_new_hires_this_year", 9,
                "size", "SMALL");
        var id = api.as(Who.firm(uscc)).post(LOANS, request).text("/id");
        var path = LOANS + "/" + id;
        var office = api.as(Window.officer());
        assertThat(office.post(
                                path + "/qualify",
                                Map.of("guarantor_uscc", "91350404MA0FJM111H", "bank_uscc", "91350404MA0FJM101G"))
                        .text("/state"))
                .isEqualTo("QUALIFIED");
        events.publish(
                "wage.blacklist.listed",
                "b-loan",
                "350405",
                clock.instant(),
                Map.of(
                        "employer_uscc", uscc,
                        "persons", List.of(),
                        "ground", "CRIME_AMOUNT",
                        "listed_on", "2024-03-04",
                        "listed_until", "2027-03-04"));
        Awaitility.await("it stands still")
                .atMost(Window.PATIENCE)
                .until(() -> office.get(path).text("/suspended_for").equals(uscc));
        var guarantor = api.as(new Who("u-51", List.of("GUARANTEE_ORG"), null, null, "91350404MA0FJM111H", null));
        assertThat(guarantor.post(path + "/guarantee", null).text("/code")).isEqualTo("BLACKLISTED_EMPLOYER");
        clock.set("2024-03-05");
        events.publish(
                "wage.blacklist.removed",
                "b-loan",
                "350405",
                clock.instant(),
                Map.of("employer_uscc", uscc, "reason", "ANNULLED", "removed_on", "2024-03-05"));
        Awaitility.await("it goes on")
                .atMost(Window.PATIENCE)
                .until(() -> office.get(path).text("/suspended_for").isEmpty());
        assertThat(guarantor.post(path + "/guarantee", null).status()).isEqualTo(200);
    }
}
