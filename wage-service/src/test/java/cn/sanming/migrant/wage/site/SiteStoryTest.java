package cn.sanming.migrant.wage.site;

import static cn.sanming.migrant.wage.site.Place.codes;
import static cn.sanming.migrant.wage.site.Place.ok;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.jobs.JobRunner;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.EventContracts;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.Nights;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/// Life on a site, over HTTP and events: from the registration to the plate and its loss.
@ServiceTest
class SiteStoryTest {

    private static final String PLATES = "/api/v1/wages/no-arrears-projects";

    private static final Who HOUSING = Who.officer("housing-1", "350404", "HOUSING_OFFICER");

    private static final List<String> COLLECTIONS = List.of(
            "construction_projects",
            "real_name_entries",
            "special_accounts",
            "wage_deposits",
            "defaulted_orders",
            "no_arrears_projects");

    private final EventContracts contracts = new EventContracts(Path.of("contracts/events"));

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    SettableClock clock;

    @Autowired
    SiteRegister register;

    @Autowired
    JobRunner jobs;

    @AfterAll
    static void asksTheStoreNothingWithoutAnIndex(@Autowired QueryShapes shapes, @Autowired MongoTemplate mongo) {
        assertThat(shapes.withoutIndex(mongo))
                .noneMatch(shape -> COLLECTIONS.stream().anyMatch(shape::startsWith));
    }

    private Place place(String signedOn, String price) {
        return new Place(api, events, clock, signedOn, price);
    }

    @Test
    void startsNoWorkBeforeTheWagesAreSafe() {
        var site = place("2024-02-01", "2800000.00");

        var early = ok(api.as(site.contractor).post(site.path + "/start", null), 422);
        assertThat(codes(early))
                .containsExactly("SPECIAL_ACCOUNT", "DEPOSIT", "NOTICE_BOARD", "LABOUR_OFFICER", "PROJECT_NOT_INSURED");

        site.started("2024-03-01");

        var started = events.await("wage.project.started", site.id);
        assertThat(contracts.violations(started)).isEmpty();
        assertThat(started.data().path("started_on").asString()).isEqualTo("2024-03-01");
        var shown = api.as(Place.HR).get(site.path);
        assertThat(shown.text("/state")).isEqualTo("STARTED");
        assertThat(shown.text("/labour_officer/phone")).isEqualTo("138****5678");
        assertThat(shown.raw().body()).doesNotContain("13812345678");
        assertThat(register.find(site.id).orElseThrow().subcontractors())
                .containsExactly(site.subcontractor.creditCode());
    }

    @Test
    void leavesTheStartToTheGeneralContractorOfThisSite() {
        var site = place("2024-02-01", "2800000.00");

        assertThat(api.as(site.subcontractor).post(site.path + "/start", null).status())
                .isEqualTo(403);
        assertThat(api.as(Who.firm(Firms.next())).get(site.path).status()).isEqualTo(404);
        assertThat(api.as(site.contractor).post(site.path + "/complete", null).status())
                .isEqualTo(409);
    }

    @Test
    void letsNobodyOntoTheSiteWhoIsNotRegistered() {
        var site = place("2024-02-01", "2800000.00");
        site.started("2024-03-01");

        ok(site.enter("P-1001"), 201);
        ok(site.enter("P-1001"), 200);
        var refused = ok(site.attend("2024-03-01", "P-1001", "P-1002"), 422);
        assertThat(codes(refused)).containsExactly("NOT_REGISTERED");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/person_ids/1");

        ok(site.attend("2024-03-01", "P-1001"), 200);
        ok(site.attend("2024-03-01", "P-1001"), 200);
        var own = ok(api.as(Who.worker("P-1001")).get(site.path + "/workers/P-1001"), 200);
        assertThat(own.body().at("/days").size()).isEqualTo(1);
        assertThat(api.as(Who.worker("P-1002"))
                        .get(site.path + "/workers/P-1001")
                        .status())
                .isEqualTo(404);
        assertThat(register.notRegistered(site.id, List.of("P-1002", "P-1001"))).containsExactly("P-1002");
    }

    @Test
    void registersAWorkerAgainAfterLeaving() {
        var site = place("2024-02-01", "2800000.00");
        site.started("2024-03-01");
        ok(site.enter("P-1001"), 201);
        var twice = Map.of(
                "person_id", "P-1001",
                "employer_uscc", site.contractor.creditCode(),
                "contract_id", "lc-other",
                "trade", "paint");
        assertThat(codes(ok(api.as(site.contractor).post(site.path + "/workers", twice), 409)))
                .containsExactly("ALREADY_ON_SITE");

        ok(api.as(site.contractor).post(site.path + "/workers/P-1001/leave", Map.of()), 200);
        ok(api.as(site.contractor).post(site.path + "/workers", twice), 201);

        var all = ok(api.as(Place.HR).get(site.path + "/workers"), 200);
        assertThat(all.body().at("/items").size()).isEqualTo(2);
        assertThat(register.notRegistered(site.id, List.of("P-1001"))).isEmpty();
    }

    @Test
    void publishesAMonthTheOwnerHasNotFundedOnce() {
        var site = place("2024-02-01", "2800000.00");
        var account = site.started("2024-03-01");
        clock.set("2024-04-15");

        ok(
                api.as(site.contractor).post(account + "/report", Map.of("period", "2024-03", "required", "157550.00")),
                200);
        Nights.run(jobs, "account-funding-check", "2024-04-16");
        Nights.run(jobs, "account-funding-check", "2024-04-16");

        var subject = Place.idOf(account);
        var seen = events.await("wage.account.underfunded", subject);
        assertThat(contracts.violations(seen)).isEmpty();
        assertThat(seen.data().path("received").asString()).isEqualTo("0.00");
        assertThat(seen.data().path("required").asString()).isEqualTo("157550.00");

        Nights.run(jobs, "account-funding-check", "2024-05-16");
        assertThat(events.await("wage.account.underfunded", subject, 2)).hasSize(2);
        var duties = ok(api.as(Place.HR).get(site.path + "/duties"), 200);
        assertThat(duties.raw().body()).contains("underfunded: 2024-03, 2024-04");
        assertThat(duties.body().at("/five_systems/special_account").asBoolean())
                .isTrue();
    }

    @Test
    void paysFromTheAccountOnceAndNeverMoreThanItHoldsHoweverManyAskAtOnce() {
        var site = place("2024-02-01", "2800000.00");
        var account = site.started("2024-03-01");
        var credit = Map.of("reference", "c-1", "period", "2024-03", "amount", "100.00", "received_on", "2024-03-01");
        ok(api.as(Place.BANKER).post(account + "/credit", credit), 200);
        ok(api.as(Place.BANKER).post(account + "/credit", credit), 200);
        assertThat(register.accountBalance(site.id)).isEqualTo(Money.of("100.00"));

        var taken = IntStream.range(0, 8)
                .parallel()
                .filter(i -> register.withdraw(site.id, "pr-" + i % 4, Money.of("40.00")))
                .map(i -> i % 4)
                .distinct()
                .count();

        assertThat(taken).isEqualTo(2);
        assertThat(register.accountBalance(site.id)).isEqualTo(Money.of("20.00"));
    }

    @Test
    void closesTheAccountAfterCompletionAndPublicity() {
        var site = place("2024-02-01", "2800000.00");
        var account = site.started("2024-03-01");
        assertThat(codes(ok(api.as(site.contractor).post(account + "/request_close", null), 422)))
                .containsExactly("PROJECT_NOT_COMPLETED");
        clock.set("2024-12-02");
        ok(api.as(site.contractor).post(site.path + "/complete", null), 200);

        var publicity = ok(api.as(site.contractor).post(account + "/request_close", null), 200);
        assertThat(publicity.text("/objection_until")).isEqualTo("2025-01-02");
        clock.set("2025-01-02");
        assertThat(codes(ok(api.as(Place.BANKER).post(account + "/close", null), 422)))
                .containsExactly("PUBLICITY_NOT_OVER");
        clock.set("2025-01-03");
        ok(api.as(Place.BANKER).post(account + "/close", null), 200);

        var settled = ok(api.as(site.contractor).post(site.path + "/settle", null), 200);
        assertThat(settled.text("/ledger_retain_until")).isEqualTo("2028-01-03");
    }

    @Test
    void drawsTheDepositOfADefaultedOrderOnce() {
        var site = place("2024-08-01", "60000000.00");
        site.started("2024-08-05");
        var deposit =
                api.as(Place.HR).get(Place.DEPOSITS + "?project_id=" + site.id).text("/items/0/id");
        clock.set("2024-09-02");
        var order = new HashMap<String, Object>(Map.of(
                "case_id",
                site.complaint(),
                "employer_uscc",
                site.subcontractor.creditCode(),
                "outstanding",
                "157550.00",
                "due_on",
                "2024-08-30"));

        events.publish("wage.order.defaulted", "or-" + site.id, "350404", clock.instant(), order);
        var drawn = events.await("wage.deposit.drawn", deposit);
        assertThat(contracts.violations(drawn)).isEmpty();
        assertThat(drawn.data().path("amount").asString()).isEqualTo("157550.00");
        assertThat(drawn.data().path("topup_by").asString()).isEqualTo("2024-09-14");

        var shown = ok(api.as(Place.HR).get(Place.DEPOSITS + '/' + deposit), 200);
        assertThat(shown.text("/state")).isEqualTo("DRAWN");
        assertThat(shown.text("/drawings/0/pay_by")).isEqualTo("2024-09-09");
        assertThat(shown.body().at("/decision/parameters").size()).isPositive();
        ok(
                api.as(site.contractor).post(Place.DEPOSITS + '/' + deposit + "/top_up", Map.of("amount", "157550.00")),
                200);
        assertThat(codes(ok(
                        api.as(Place.HR)
                                .post(Place.DEPOSITS + '/' + deposit + "/draw", Map.of("order_id", "or-" + site.id)),
                        422)))
                .containsExactly("AMOUNT_NOT_POSITIVE");
        assertThat(codes(ok(
                        api.as(Place.HR).post(Place.DEPOSITS + '/' + deposit + "/draw", Map.of("order_id", "or-none")),
                        422)))
                .containsExactly("NO_DEFAULTED_ORDER");
    }

    @Test
    void givesThePlateToASiteBothOfficesFindCleanAndTakesItWithTheFirstArrears() {
        var site = place("2024-02-01", "2800000.00");
        site.started("2024-03-01");
        clock.set("2024-06-03");
        var plate = PLATES
                + '/'
                + ok(api.as(site.contractor).post(PLATES, Map.of("project_id", site.id)), 201)
                        .text("/id");
        ok(api.as(Place.HR).post(plate + "/assess", Place.marks(0)), 200);
        assertThat(codes(ok(api.as(Place.HR).post(plate + "/score", null), 422)))
                .containsExactly("HOUSING_SHEET_MISSING");
        ok(api.as(HOUSING).post(plate + "/assess", Place.marks(2)), 200);
        assertThat(ok(api.as(HOUSING).post(plate + "/score", null), 200)
                        .body()
                        .at("/score")
                        .decimalValue())
                .isEqualByComparingTo("99");
        assertThat(ok(api.as(Place.HR).post(plate + "/publicise", null), 200).text("/objection_until"))
                .isEqualTo("2024-06-11");
        clock.set("2024-06-12");
        ok(api.as(Place.HR).post(plate + "/grant", null), 200);
        var subject = Place.idOf(plate);
        assertThat(contracts.violations(events.await("wage.noarrears.granted", subject)))
                .isEmpty();

        var cause = events.publish("wage.arrears.detected", "ar-" + site.id, "350404", clock.instant(), site.arrears());

        var revoked = events.await("wage.noarrears.revoked", subject);
        assertThat(contracts.violations(revoked)).isEmpty();
        assertThat(revoked.data().path("cause_event_id").asString()).isEqualTo(cause);
        ok(api.as(site.contractor).post(PLATES, Map.of("project_id", site.id)), 201);
    }

    @Test
    void answersASecondRegistrationWithTheFirst() {
        var site = place("2024-02-01", "2800000.00");
        site.account();

        var again = ok(
                api.as(site.contractor)
                        .post(Place.ACCOUNTS, Map.of("project_id", site.id, "bank", "Other", "bank_uscc", Place.BANK)),
                409);

        assertThat(again.text("/other")).startsWith(Place.ACCOUNTS + "/sa-");
    }
}
