package cn.sanming.migrant.wage.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Api.Answer;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import cn.sanming.migrant.wage.policy.NoArrearsScore;
import cn.sanming.migrant.wage.policy.NoticeBoardItem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A site with parties of its own, so that one story does not meet another.
final class Place {

    static final String SITES = "/api/v1/wages/projects";
    static final String ACCOUNTS = "/api/v1/wages/accounts";
    static final String DEPOSITS = "/api/v1/wages/deposits";
    static final String OWNER = "91350404MA0FJM0637";
    static final String BANK = "91350404MA0FJM041Y";
    static final Who HR = Who.officer("hr-1", "350404", "HR_OFFICER");
    static final Who BANKER = new Who("bank-1", List.of("BANK"), null, null, BANK, null);

    private static final AtomicInteger SITES_MADE = new AtomicInteger();

    private final Api api;
    private final Events events;
    private final SettableClock clock;

    final Who contractor = Who.firm(Firms.next());
    final Who subcontractor = Who.firm(Firms.next());
    final String path;
    final String id;

    Place(Api api, Events events, SettableClock clock, String signedOn, String price) {
        this.api = api;
        this.events = events;
        this.clock = clock;
        clock.set(signedOn);
        var answer = ok(
                api.as(contractor)
                        .post(
                                SITES,
                                Map.ofEntries(
                                        Map.entry("name", "Riverside " + SITES_MADE.incrementAndGet()),
                                        Map.entry("district", "350404"),
                                        Map.entry("address", "1 River Road"),
                                        Map.entry("owner_uscc", OWNER),
                                        Map.entry("contractor_uscc", contractor.creditCode()),
                                        Map.entry("subcontractors", List.of(subcontractor.creditCode())),
                                        Map.entry("industry", "HOUSING"),
                                        Map.entry("government_funded", false),
                                        Map.entry("contract_price", price),
                                        Map.entry("contract_signed_on", signedOn),
                                        Map.entry("duration_months", 10),
                                        Map.entry("labour_cost_per_month", "157550.00"))),
                201);
        id = answer.text("/id");
        path = SITES + '/' + id;
    }

    String account() {
        var body = Map.of("project_id", id, "bank", "Bank of Sanming", "bank_uscc", BANK);
        var account = ACCOUNTS
                + '/'
                + ok(api.as(contractor).post(ACCOUNTS, body), 201).text("/id");
        ok(api.as(BANKER).post(account + "/open", Map.of("agreement", "agreement-1")), 200);
        return account;
    }

    Answer deposit() {
        return ok(api.as(contractor).post(DEPOSITS, Map.of("project_id", id, "previous_year_clean", true)), 201);
    }

    void insured(String from, String to) {
        events.publish(
                "wage.insurance.projectinsured",
                "po-" + id,
                "350404",
                clock.instant(),
                Map.of(
                        "project_id", id,
                        "contractor_uscc", contractor.creditCode(),
                        "premium", "2800.00",
                        "from", from,
                        "to", to));
        await().atMost(Duration.ofSeconds(20)).until(() -> api.as(contractor)
                .get(path)
                .body()
                .at("/insurance/0/to")
                .asString()
                .equals(to));
    }

    /// Everything that must stand, then the start.
    String started(String on) {
        var account = account();
        var deposit = deposit();
        var place = DEPOSITS + '/' + deposit.text("/id");
        if (deposit.text("/amount").equals("0.00")) {
            ok(api.as(HR).post(place + "/exempt", null), 200);
        } else {
            var lodged = Map.of("form", "BANK_GUARANTEE", "amount", deposit.text("/amount"), "evidence", "BG-1");
            ok(api.as(contractor).post(place + "/lodge", lodged), 200);
        }
        ok(api.as(contractor).post(path + "/labour_officer", Map.of("name", "Li", "phone", "13812345678")), 200);
        ok(api.as(contractor).post(path + "/notice_board", board(NoticeBoardItem.values())), 200);
        insured("2024-01-01", "2026-12-31");
        clock.set(on);
        ok(api.as(contractor).post(path + "/start", null), 200);
        return account;
    }

    Answer enter(String person) {
        return api.as(subcontractor)
                .post(
                        path + "/workers",
                        Map.of(
                                "person_id",
                                person,
                                "employer_uscc",
                                subcontractor.creditCode(),
                                "contract_id",
                                "lc-" + person,
                                "trade",
                                "steel"));
    }

    Answer attend(String day, String... persons) {
        return api.as(contractor).post(path + "/attendance", Map.of("day", day, "person_ids", List.of(persons)));
    }

    /// A worker complains of the subcontractor; the number of the case.
    String complaint() {
        var complaint = Map.of(
                "employer_uscc", subcontractor.creditCode(),
                "project_id", id,
                "claims", List.of(Map.of("person_id", "P-1001", "months", 1, "amount", "157550.00")));
        var inspector = Who.officer("inspector-1", "350404", "INSPECTOR");
        return ok(api.as(inspector).post("/api/v1/wages/arrears-cases", complaint), 201)
                .text("/id");
    }

    private Map<String, Object> board(NoticeBoardItem... items) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone()).toString();
        return Map.of("items", Arrays.stream(items).map(Enum::name).toList(), "photo", "photo-1", "checked_on", today);
    }

    static Answer ok(Answer answer, int status) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        return answer;
    }

    static List<String> codes(Answer answer) {
        return answer.body()
                .at("/errors")
                .valueStream()
                .map(error -> error.path("code").asString())
                .toList();
    }

    /// Full marks, less some points for the contracts.
    static Map<String, Object> marks(int less) {
        var marks = Arrays.stream(NoArrearsScore.Criterion.values())
                .map(criterion -> Map.of(
                        "criterion",
                        criterion.name(),
                        "points",
                        criterion.ordinal() == 0 ? criterion.most() - less : criterion.most()))
                .toList();
        return Map.of("marks", marks);
    }

    Map<String, Object> arrears() {
        return Map.ofEntries(
                Map.entry("project_id", id),
                Map.entry("employer_uscc", subcontractor.creditCode()),
                Map.entry("contractor_uscc", contractor.creditCode()),
                Map.entry("district_code", "350404"),
                Map.entry("period", "2024-05"),
                Map.entry("workers", 1),
                Map.entry("person_ids", List.of("P-1001")),
                Map.entry("total", "6850.00"),
                Map.entry("effective_due_date", "2024-06-11"),
                Map.entry("days_late", 1),
                Map.entry("level", "YELLOW"));
    }

    static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
