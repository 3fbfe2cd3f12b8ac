package cn.sanming.migrant.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The whole department: rules over HTTP, a post subsidy against its budget, a certificate that pays, and the
/// blacklist.
@ServiceTest
class SubsidyServiceTest {

    private static final String APPLICATIONS = "/api/v1/subsidies/applications";
    private static final String POST_EMPLOYER = "12350405MB0FJM059E";

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    Events events;

    static Stream<Examples.Example> rules() {
        return Examples.rules();
    }

    static Stream<Examples.Example> checks() {
        return Examples.checks();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void answersEveryRuleOverHttp(Examples.Example example) {
        var answer = api.post("/api/v1/subsidies/rules/" + example.rule() + "/evaluations", example.input());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Examples.differences(example.expected(), answer.body().path("result")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void checksEveryLifeCycleOverHttp(Examples.Example example) {
        var machine = example.input().path("machine").asString();
        var answer = api.post("/api/v1/subsidies/lifecycles/" + machine + "/checks", example.input());
        assertThat(Examples.differences(example.expected(), answer.body())).isEmpty();
    }

    private static Who officer(String id, String role) {
        return Who.officer(id, null, role);
    }

    private Api.Answer command(Who who, String id, String command, Object body) {
        return api.as(who).post(APPLICATIONS + "/" + id + "/" + command, body);
    }

    private void awaitState(Who who, String id, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        api.as(who).get(APPLICATIONS + "/" + id).text("/state").equals(state));
    }

    @Test
    void paysAPostSubsidyOutOfItsBudgetWithFourEyes() {
        clock.set("2024-10-08");
        var firm = Who.firm(POST_EMPLOYER);
        var made = api.as(firm).post(APPLICATIONS, postClaim("PW-1"));
        assertThat(made.status()).isEqualTo(201);
        var id = made.text("/id");
        assertThat(api.as(firm).post(APPLICATIONS, postClaim("PW-1")).status()).isEqualTo(409);
        assertThat(command(firm, id, "submit", null).text("/requested")).isEqualTo("4697.24");
        assertThat(command(officer("u-17", "HR_OFFICER"), id, "pay", Map.of()).status())
                .isEqualTo(403);
        clock.set("2024-10-14");
        command(officer("u-17", "HR_OFFICER"), id, "accept", null);
        clock.set("2024-10-22");
        var same = command(officer("u-17", "HR_OFFICER"), id, "review_pass", null);
        assertThat(same.status()).isEqualTo(403);
        assertThat(same.text("/code")).isEqualTo("FOUR_EYES");
        assertThat(command(officer("u-23", "HR_OFFICER"), id, "review_pass", null)
                        .status())
                .isEqualTo(200);
        var publicised = api.as(firm).get(APPLICATIONS + "/" + id);
        assertThat(publicised.text("/state")).as("public at once").isEqualTo("PUBLICISED");
        assertThat(publicised.text("/publicised_on")).isEqualTo("2024-10-22");
        var head = officer("u-31", "HR_HEAD");
        clock.set("2024-10-29");
        assertThat(command(head, id, "approve", null).status()).isEqualTo(422);
        clock.set("2024-10-30");
        assertThat(command(head, id, "approve", null).text("/code")).isEqualTo("BUDGET_EXHAUSTED");
        events.publish(
                "supervision.budget.allocated",
                "bu-1",
                "350405",
                clock.instant(),
                Map.of(
                        "measure", "M02",
                        "unit_code", "SM-RSJ",
                        "district_code", "350405",
                        "year", 2024,
                        "amount", "10000.00"));
        awaitState(firm, id, "APPROVED");
        var budget = "/api/v1/subsidies/budgets/M02/350405/2024";
        assertThat(api.as(head).get(budget).text("/available")).isEqualTo("5302.76");
        var finance = officer("u-40", "FINANCE_OFFICER");
        assertThat(command(finance, id, "pay", Map.of("amount", "4697.25")).status())
                .isEqualTo(422);
        assertThat(command(finance, id, "pay", Map.of("amount", "4697.24")).text("/state"))
                .isEqualTo("PAID");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> api.as(head).get(budget).text("/paid").equals("4697.24"));
        events.await("subsidy.application.paid", id);
        var why = api.as(firm).get(APPLICATIONS + "/" + id + "/explanation");
        assertThat(why.text("/assessment/rule")).isEqualTo("POST_SUBSIDY");
        assertThat(why.text("/publicity_last_day")).isEqualTo("2024-10-29");
    }

    private static Map<String, Object> postClaim(String post) {
        return Map.of(
                "kind",
                "POST",
                "district",
                "350405",
                "employer_uscc",
                POST_EMPLOYER,
                "post",
                Map.of("post_id", post, "months", List.of(month("2024-08", 20), month("2024-09", 30))));
    }

    private static Map<String, Object> month(String month, int days) {
        return Map.of(
                "month", month,
                "local_minimum_wage", "1810.00",
                "days_in_post", days,
                "pension_employer", "579.20",
                "medical_employer", "271.50",
                "unemployment_employer", "9.05");
    }

    @Test
    void opensBothEntitlementsOfANewCertificateAndTakesTheApplication() {
        clock.set("2024-05-20");
        events.publish(
                "training.certificate.issued",
                "CE-2001",
                "350405",
                clock.instant(),
                Map.of(
                        "person_id", "P-0201",
                        "kind", "SKILL_LEVEL",
                        "occupation_code", "6-31-01-03",
                        "level", 4,
                        "issued_on", "2024-05-20",
                        "first_pass", true,
                        "fee", "180.00",
                        "is_migrant_worker", true));
        var worker = Who.worker("P-0201");
        var open = "/api/v1/subsidies/entitlements?person_id=P-0201";
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> api.as(worker).get(open).body().path("items").size() == 2);
        var items = api.as(worker).get(open).body().path("items");
        assertThat(items.findValuesAsString("amount")).containsExactlyInAnyOrder("1300.00", "144.00");
        assertThat(items.findValuesAsString("apply_until")).containsOnly("2025-05-20");
        clock.set("2024-06-03");
        var claim = Map.of(
                "kind", items.path(0).path("kind").asString(),
                "district", "350405",
                "entitlement_id", items.path(0).path("id").asString());
        var id = api.as(worker).post(APPLICATIONS, claim).text("/id");
        assertThat(command(worker, id, "submit", null).text("/state")).isEqualTo("SUBMITTED");
        assertThat(api.as(Who.worker("P-9999")).get(APPLICATIONS + "/" + id).status())
                .isEqualTo(404);
    }

    @Test
    void paysTheMinimumWageOfTheDistrictWhateverIsStatedAndEachMonthOnce() {
        clock.set("2024-10-08");
        var firm = Who.firm("91350405MA0FJM0395");
        var generous = new HashMap<String, Object>(month("2024-08", 31));
        generous.put("local_minimum_wage", "18100.00");
        generous.put("district", "350203");
        var twice = api.as(firm).post(APPLICATIONS, claim("PW-3", List.of(generous, month("2024-08", 0))));
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.body().at("/errors").findValuesAsString("code"))
                .containsExactlyInAnyOrder("MONTH_NAMED_TWICE", "DAYS_NOT_IN_MONTH");
        var id = api.as(firm)
                .post(APPLICATIONS, claim("PW-3", List.of(generous)))
                .text("/id");
        assertThat(command(firm, id, "submit", null).text("/requested")).isEqualTo("2669.75");
    }

    private static Map<String, Object> claim(String post, List<Map<String, Object>> months) {
        return Map.of(
                "kind",
                "POST",
                "district",
                "350405",
                "employer_uscc",
                "91350405MA0FJM0395",
                "post",
                Map.of("post_id", post, "months", months));
    }

    @Test
    void suspendsWhatAListedEmployerAppliedForAndReviewsItAgainLater() {
        clock.set("2024-10-08");
        var firm = Who.firm("91350404MA0FJM0888");
        var claim = Map.of(
                "kind", "POST",
                "district", "350404",
                "employer_uscc", "91350404MA0FJM0888",
                "post", Map.of("post_id", "PW-2", "months", List.of(month("2024-08", 31))));
        var id = api.as(firm).post(APPLICATIONS, claim).text("/id");
        command(firm, id, "submit", null);
        events.publish(
                "wage.blacklist.listed",
                "b-2",
                "350404",
                clock.instant(),
                Map.of(
                        "employer_uscc", "91350404MA0FJM0888",
                        "persons", List.of(),
                        "ground", "CRIME_AMOUNT",
                        "listed_on", "2024-10-08",
                        "listed_until", "2027-10-08"));
        events.await("subsidy.application.suspended", id);
        clock.set("2024-10-09");
        events.publish(
                "wage.blacklist.removed",
                "b-2",
                "350404",
                clock.instant(),
                Map.of("employer_uscc", "91350404MA0FJM0888", "reason", "ANNULLED", "removed_on", "2024-10-09"));
        awaitState(firm, id, "ACCEPTED");
    }

    @Test
    void takesALoanFromTheApplicationToItsLastInstalment() {
        clock.set("2024-03-01");
        var worker = api.as(Who.worker("P-0401"));
        var loans = "/api/v1/subsidies/loans";
        var request = Map.of(
                "kind", "INDIVIDUAL",
                "district", "350404",
                "requested", "250000.00",
                "term_months", 36,
                "group", "RETURNING_MIGRANT_WORKER");
        var path = loans + "/" + worker.post(loans, request).text("/id");
        var office = api.as(officer("u-1", "HR_OFFICER"));
        var bank = api.as(BANK);
        assertThat(office.post(path + "/qualify", REFERRAL).text("/maximum")).isEqualTo("200000.00");
        api.as(GUARANTOR).post(path + "/guarantee", null);
        assertThat(bank.post(path + "/bank_approve", Map.of("amount", "200000.01"))
                        .status())
                .isEqualTo(422);
        bank.post(path + "/bank_approve", Map.of("amount", "200000.00"));
        var late = Map.of("contract_signed", true, "due_on", "2027-03-02");
        assertThat(bank.post(path + "/disburse", late).status()).isEqualTo(422);
        bank.post(path + "/disburse", Map.of("contract_signed", true, "due_on", "2027-03-01"));
        assertThat(bank.post(path + "/repay", null).status()).isEqualTo(422);
        bank.post(path + "/instalment", Map.of("amount", "200000.00"));
        assertThat(bank.post(path + "/repay", null).text("/state")).isEqualTo("REPAID");
    }

    private static final Map<String, String> REFERRAL =
            Map.of("guarantor_uscc", "91350404MA0FJM111H", "bank_uscc", "91350404MA0FJM101G");
    private static final Who GUARANTOR =
            new Who("guarantor", List.of("GUARANTEE_ORG"), null, null, "91350404MA0FJM111H", null);
    private static final Who BANK = new Who("bank", List.of("BANK"), null, null, "91350404MA0FJM101G", null);

    @Test
    void letsOnlyTheGuarantorAndTheBankActThatTheLoanNames() {
        clock.set("2024-03-01");
        var request = Map.of(
                "kind", "INDIVIDUAL",
                "district", "350404",
                "requested", "100000.00",
                "term_months", 36,
                "group", "RETURNING_MIGRANT_WORKER");
        var loans = "/api/v1/subsidies/loans";
        var path =
                loans + "/" + api.as(Who.worker("P-0402")).post(loans, request).text("/id");
        // codes of other firms, exchanged roles, and a role without a firm behind it
        var strangers = List.of(
                new Who("b-2", List.of("BANK"), null, null, "91350405MA0FJM0395", null),
                new Who("g-2", List.of("GUARANTEE_ORG"), null, null, "91350405MA0FJM0395", null),
                new Who("b-3", List.of("BANK", "GUARANTEE_ORG"), null, null, null, null),
                officer("b-4", "BANK"));
        refusedToAll(path, strangers, "/decline", Map.of("reason", "none"));
        var office = api.as(officer("u-1", "HR_OFFICER"));
        assertThat(office.post(path + "/qualify", null).status()).isEqualTo(400);
        assertThat(office.post(path + "/qualify", REFERRAL).text("/referral/bank_uscc"))
                .isEqualTo("91350404MA0FJM101G");

        refusedToAll(path, strangers, "/guarantee", null);
        assertThat(api.as(BANK).post(path + "/guarantee", null).status()).isEqualTo(403);
        assertThat(api.as(GUARANTOR).post(path + "/guarantee", null).status()).isEqualTo(200);
        refusedToAll(path, strangers, "/bank_approve", Map.of("amount", "1.00"));
        assertThat(api.as(GUARANTOR)
                        .post(path + "/bank_approve", Map.of("amount", "1.00"))
                        .status())
                .isEqualTo(403);
        assertThat(api.as(BANK)
                        .post(path + "/bank_approve", Map.of("amount", "100000.00"))
                        .status())
                .isEqualTo(200);
        refusedToAll(path, strangers, "/disburse", Map.of("contract_signed", true, "due_on", "2027-03-01"));
        api.as(BANK).post(path + "/disburse", Map.of("contract_signed", true, "due_on", "2027-03-01"));
        refusedToAll(path, strangers, "/instalment", Map.of("amount", "1.00"));
        refusedToAll(path, strangers, "/repay", null);
        for (var stranger : strangers) {
            assertThat(api.as(stranger).get(path).status()).isEqualTo(404);
            assertThat(api.as(stranger).get(loans).body().at("/items").isEmpty())
                    .isTrue();
        }
        assertThat(api.as(BANK).get(path).status()).isEqualTo(200);
        assertThat(api.as(BANK).get(loans).body().at("/items").valueStream())
                .isNotEmpty()
                .allMatch(loan -> loan.at("/referral/bank_uscc").asString().equals("91350404MA0FJM101G"));
    }

    private void refusedToAll(String path, List<Who> strangers, String command, @Nullable Object body) {
        for (var stranger : strangers) {
            var unknown = path.substring(0, path.lastIndexOf('/')) + "/gl-unknown";
            assertThat(api.as(stranger).post(path + command, body).status())
                    .as(stranger + command)
                    .isIn(403, 404)
                    .isEqualTo(api.as(stranger).post(unknown + command, body).status());
        }
    }
}
