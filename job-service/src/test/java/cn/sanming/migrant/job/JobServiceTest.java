package cn.sanming.migrant.job;

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
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The whole department: rules over HTTP, vacancies with the blacklist and the partners, and the unemployed couple.
@ServiceTest
class JobServiceTest {

    private static final String VACANCIES = "/api/v1/jobs/vacancies";
    private static final String AGENCY = "91350100M000100Y43";
    private static final String EMPLOYER = "91350404MA0FJM012Y";
    private static final String POST_EMPLOYER = "12350405MB0FJM059E";
    private static final Who OFFICER = Who.officer("u-1", null, "HR_OFFICER");

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
        var answer = api.post("/api/v1/jobs/rules/" + example.rule() + "/evaluations", example.input());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Examples.differences(example.expected(), answer.body().path("result")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void checksEveryLifeCycleOverHttp(Examples.Example example) {
        var machine = example.input().path("machine").asString();
        var answer = api.post("/api/v1/jobs/lifecycles/" + machine + "/checks", example.input());
        assertThat(Examples.differences(example.expected(), answer.body())).isEmpty();
    }

    @Test
    void hidesVacanciesOfAListedEmployerAndBringsThemBack() {
        clock.set("2024-03-01");
        var firm = api.as(Who.firm("9144030071526726XG"));
        var made = firm.post(VACANCIES, offer("9144030071526726XG", null, "5000.00"));
        assertThat(made.status()).isEqualTo(201);
        var id = made.text("/id");
        assertThat(firm.post(VACANCIES + "/" + id + "/submit", null).status()).isEqualTo(200);
        var officer = api.as(OFFICER);
        assertThat(officer.post(VACANCIES + "/" + id + "/publish", null).text("/expires_on"))
                .isEqualTo("2024-03-31");
        events.await("job.vacancy.published", id);
        assertThat(api.get("/api/v1/jobs/published-vacancies/" + id).status()).isEqualTo(200);

        events.publish("wage.blacklist.listed", "b-1", "350404", clock.instant(), listed("9144030071526726XG"));
        events.await("job.vacancy.hidden", id);
        assertThat(api.get("/api/v1/jobs/published-vacancies/" + id).status()).isEqualTo(404);
        var another = firm.post(VACANCIES, offer("9144030071526726XG", null, "5000.00"))
                .text("/id");
        var refused = firm.post(VACANCIES + "/" + another + "/submit", null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/code")).isEqualTo("BLACKLISTED_EMPLOYER");

        clock.set("2024-03-31");
        events.publish(
                "wage.blacklist.removed",
                "b-1",
                "350404",
                clock.instant(),
                Map.of("employer_uscc", "9144030071526726XG", "reason", "EARLY", "removed_on", "2024-03-31"));
        events.await("job.vacancy.restored", id);
        assertThat(api.get("/api/v1/jobs/published-vacancies/" + id).status()).isEqualTo(200);
    }

    private static Map<String, Object> listed(String uscc) {
        return Map.of(
                "employer_uscc", uscc,
                "persons", List.of(),
                "ground", "CRIME_AMOUNT",
                "listed_on", "2024-03-01",
                "listed_until", "2027-03-01");
    }

    private static Map<String, Object> offer(String uscc, String reference, String wage) {
        var offer = new HashMap<String, Object>(Map.of(
                "employer_uscc", uscc,
                "district", "350404",
                "title", "电工",
                "occupation_code", "6-31-01-03",
                "openings", 1,
                "wage_min", wage,
                "wage_max", wage,
                "wage_unit", "MONTH",
                "contact", "人事部"));
        if (reference != null) {
            offer.put("reference", reference);
        }
        return offer;
    }

    @Test
    void takesAnAgencysFileRowByRowAndChangesNothingTheSecondTime() {
        clock.set("2024-03-01");
        var agency = api.as(new Who("agency", List.of("AGENCY"), null, null, AGENCY, null));
        var file = List.of(offer(EMPLOYER, "A-1", "5000.00"), offer(EMPLOYER, "A-2", "1809.99"), Map.of("title", "x"));
        var first = agency.post(VACANCIES + "/imports", file);
        assertThat(first.status()).isEqualTo(200);
        assertThat(verdicts(first)).containsExactly("CREATED", "REJECTED", "REJECTED");
        assertThat(first.text("/items/1/errors/0/code")).isEqualTo("WAGE_BELOW_MINIMUM");
        assertThat(first.body().at("/items/2/errors").size()).isGreaterThan(3);
        assertThat(verdicts(agency.post(VACANCIES + "/imports", file)))
                .containsExactly("UNCHANGED", "REJECTED", "REJECTED");

        var other = agency.post(VACANCIES, offer(EMPLOYER, "A-1", "6000.00"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.raw().body()).contains(first.text("/items/0/id"));

        api.as(OFFICER).post(VACANCIES + "/" + first.text("/items/0/id") + "/publish", null);
        var feed = api.get("/api/v1/jobs/vacancy-feed");
        // other tests have filled pages before it
        while (!feed.raw().body().contains(first.text("/items/0/id"))
                && !feed.body().path("items").isEmpty()) {
            feed = api.get("/api/v1/jobs/vacancy-feed?cursor=" + feed.text("/cursor"));
        }
        assertThat(feed.raw().body()).contains(first.text("/items/0/id"));
        var tail = api.get("/api/v1/jobs/vacancy-feed?cursor=" + feed.text("/cursor"));
        var tag = tail.raw().headers().firstValue("ETag").orElseThrow();
        assertThat(api.with("If-None-Match", tag)
                        .get("/api/v1/jobs/vacancy-feed?cursor=" + feed.text("/cursor"))
                        .status())
                .isEqualTo(304);
    }

    private static List<String> verdicts(Api.Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("verdict").asString())
                .toList();
    }

    @Test
    void helpsAnUnemployedCoupleUntilOneOfThemWorks() {
        var officer = api.as(OFFICER);
        clock.set("2024-07-09");
        var wife = api.as(Who.worker("P-0301"));
        var early = wife.post("/api/v1/jobs/unemployment-registrations", registration("P-0301", "FEMALE_50"));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.raw().body()).contains("NOT_ELIGIBLE", "RESIDENCE_LT_6_MONTHS");

        clock.set("2024-07-10");
        var wives = register(wife, officer, "P-0301", "FEMALE_50");
        register(api.as(Who.worker("P-0302")), officer, "P-0302", "MALE");
        events.await("job.unemployment.registered", wives);

        clock.set("2024-07-15");
        var families = "/api/v1/jobs/zero-employment-families";
        var family = officer.post(
                        families,
                        Map.of(
                                "household_id",
                                "H-3",
                                "district",
                                "350405",
                                "business_income",
                                false,
                                "members",
                                List.of(member("P-0301"), member("P-0302"), child())))
                .text("/id");
        var verified = officer.post(families + "/" + family + "/verify", null);
        assertThat(verified.text("/deadline_on")).isEqualTo("2024-08-12");
        officer.post(families + "/" + family + "/start_assistance", Map.of("adviser", "u-1"));
        var certificate = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> events.all("job.events").stream()
                                .filter(seen -> seen.type().contains("hardship")
                                        && seen.data()
                                                .path("person_id")
                                                .asString()
                                                .equals("P-0301"))
                                .map(Events.Seen::subject)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();

        clock.set("2024-07-25");
        var posts = "/api/v1/jobs/welfare-posts";
        var post = officer.post(posts, proposal(certificate)).text("/id");
        clock.set("2024-08-01");
        assertThat(officer.post(posts + "/" + post + "/approve", null).status()).isEqualTo(422);
        clock.set("2024-08-05");
        assertThat(officer.post(posts + "/" + post + "/approve", null).text("/state"))
                .isEqualTo("APPROVED");
        clock.set("2024-08-12");
        var started = api.as(Who.firm(POST_EMPLOYER))
                .post(posts + "/" + post + "/start", Map.of("start_on", "2024-08-12", "agreement_signed", true));
        assertThat(started.text("/last_subsidised_day")).isEqualTo("2027-08-11");
        assertThat(events.await("job.post.placed", post).data().path("limit").asString())
                .isEqualTo("36_MONTHS");
        events.await("job.zeroemployment.eliminated", family);
        events.await("job.unemployment.cancelled", wives);
        assertThat(wife.get("/api/v1/jobs/unemployment-registrations/" + wives).text("/cancel_reason"))
                .isEqualTo("EMPLOYED");

        clock.set("2024-09-02");
        officer.post(posts + "/" + post + "/end", Map.of("end_on", "2024-08-30", "reason", "LEFT"));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> wife.get("/api/v1/jobs/placements")
                .text("/items/0/state")
                .equals("ENDED"));
        assertThat(officer.get(families + "/" + family).text("/state")).isEqualTo("ELIMINATED");
        register(wife, officer, "P-0301", "FEMALE_50");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> officer.get(families + "/" + family).text("/state").equals("IN_ASSISTANCE"));
        assertThat(officer.get(families + "/" + family).text("/deadline_on")).isEqualTo("2024-09-30");
    }

    private static String register(Api worker, Api officer, String person, String category) {
        var path = "/api/v1/jobs/unemployment-registrations";
        var made = worker.post(path, registration(person, category));
        assertThat(made.status()).isEqualTo(201);
        var id = made.text("/id");
        assertThat(worker.post(path, registration(person, category)).status()).isEqualTo(409);
        assertThat(officer.post(path + "/" + id + "/register", null).text("/decision/result/six_months_reached_on"))
                .isEqualTo("2024-07-10");
        return id;
    }

    private static Map<String, Object> registration(String person, String category) {
        return Map.of(
                "person_id",
                person,
                "district",
                "350405",
                "birth_date",
                "1979-05-20",
                "retirement_category",
                category,
                "employed",
                false,
                "able",
                true,
                "willing",
                true,
                "residence",
                List.of(Map.of("from", "2024-01-10", "district", "350405")),
                "occupation_codes",
                List.of("6-31-01-03"));
    }

    private static Map<String, Object> member(String person) {
        return Map.of("person_id", person, "working_age", true, "able", true, "willing", true);
    }

    private static Map<String, Object> child() {
        return Map.of("working_age", false, "able", true, "willing", true);
    }

    private static Map<String, Object> proposal(String certificate) {
        return Map.of(
                "person_id", "P-0301",
                "certification_id", certificate,
                "employer_uscc", POST_EMPLOYER,
                "district", "350405",
                "post", "环卫",
                "weekly_hours", 40,
                "birth_date", "1979-05-20",
                "retirement_category", "FEMALE_50");
    }
}
