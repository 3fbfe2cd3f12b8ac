package cn.sanming.migrant.job.vacancy;

import static cn.sanming.migrant.job.Deeds.OFFICER;
import static cn.sanming.migrant.job.Deeds.PUBLISHED;
import static cn.sanming.migrant.job.Deeds.VACANCIES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.job.Deeds;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/// Partner agencies and their files, in every format, with their own numbers, against each other and against their
/// quota.
@ServiceTest
class PartnerStoryTest extends PartnerSteps {

    @Autowired
    PublishedVacancies published;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    QueryShapes shapes;

    @Test
    void showsTheSecondAgencyWhoWasFirstAndKeepsItAsEvidence() {
        var employer = Deeds.creditCode(4);
        var first = agency(104);
        var made = first.post(VACANCIES, Deeds.offer(employer, "叉车工", "F-1"));
        assertThat(made.status()).isEqualTo(201);
        var id = made.text("/id");
        var second = agency(105);
        var refused = second.post(VACANCIES, Deeds.offer(employer, "叉 车 工", "S-1"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/errors/0/code")).isEqualTo("JOB_OF_ANOTHER_AGENCY");
        assertThat(refused.text("/other")).endsWith(id);
        assertThat(refused.raw().headers().firstValue("Link").orElse("")).contains(id);
        first.post(VACANCIES + "/" + id + "/submit", null);
        api.as(OFFICER).post(VACANCIES + "/" + id + "/publish", null);
        var link = second.post(VACANCIES, Deeds.offer(employer, "叉车工", "S-1")).text("/other");
        assertThat(link).isEqualTo(PUBLISHED + "/" + id);
        assertThat(second.get(link).status()).isEqualTo(200);
        assertThat(first.post(VACANCIES, Deeds.offer(employer, "叉车工", "F-9")).text("/errors/0/code"))
                .isEqualTo("JOB_ADVERTISED_TWICE");

        clock.set("2024-03-05");
        assertThat(first.post(VACANCIES + "/" + id + "/withdraw", null).status())
                .isEqualTo(200);
        var next = second.post(VACANCIES, Deeds.offer(employer, "叉车工", "S-1"));
        assertThat(next.status()).isEqualTo(201);
        var origin = api.as(OFFICER).get(VACANCIES + "/" + next.text("/id") + "/origin");
        assertThat(origin.text("/first/agency_uscc")).isEqualTo(Deeds.creditCode(104));
        assertThat(origin.text("/first/since")).startsWith("2024-03-04");
        assertThat(origin.body().path("advertised").size()).isEqualTo(2);
        assertThat(agency(106)
                        .get(VACANCIES + "/" + next.text("/id") + "/origin")
                        .status())
                .isEqualTo(404);

        var placed = Map.of(
                "person_id", "P-AG-1",
                "employer_uscc", employer,
                "district", "350404",
                "start_on", "2024-03-05",
                "source", "AGENCY",
                "agency_uscc", Deeds.creditCode(106),
                "vacancy_id", next.text("/id"));
        var stolen = agency(106).post("/api/v1/jobs/placements", placed);
        assertThat(stolen.status()).isEqualTo(422);
        assertThat(stolen.text("/errors/0/code")).isEqualTo("JOB_OF_ANOTHER_AGENCY");
    }

    @Test
    void ofManyAgenciesAtOnceExactlyOneIsFirst() throws Exception {
        var employer = Deeds.creditCode(7);
        try (var pool = Executors.newFixedThreadPool(8)) {
            var answers = pool.invokeAll(IntStream.range(0, 8)
                    .<Callable<Api.Answer>>mapToObj(
                            i -> () -> agency(120 + i).post(VACANCIES, Deeds.offer(employer, "装卸工", "P-" + i)))
                    .toList());
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        }
    }

    @Test
    void anOwnNumberIsUniqueOnlyAmongLiveAdvertisements() {
        var agency = agency(107);
        var first = agency.post(VACANCIES, Deeds.offer(Deeds.creditCode(5), "保安", "R-1"));
        var other = agency.post(VACANCIES, Deeds.offer(Deeds.creditCode(5), "保洁", "R-1"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("/other")).endsWith(first.text("/id"));
        assertThat(agency.post(VACANCIES, Deeds.offer(Deeds.creditCode(5), "保安", "R-1"))
                        .text("/id"))
                .isEqualTo(first.text("/id"));
        agency.post(VACANCIES + "/" + first.text("/id") + "/withdraw", null);
        clock.set("2024-03-05");
        var reused = agency.post(VACANCIES, Deeds.offer(Deeds.creditCode(5), "保洁", "R-1"));
        assertThat(reused.status()).isEqualTo(201);
        var states = agency.get("/api/v1/jobs/partner-vacancies?reference=R-1&reference=R-2");
        assertThat(states.text("/items/0/status/id")).isEqualTo(reused.text("/id"));
        assertThat(states.body().at("/items/1/status").isNull()).isTrue();
        assertThat(agency(108).get("/api/v1/jobs/partner-vacancies/R-1").status())
                .isEqualTo(404);
    }

    @Test
    void stopsAPartnerAtItsDailyQuotaAndSaysSo() {
        var agency = agency(109);
        agency.post(VACANCIES, Deeds.offer(Deeds.creditCode(6), "厨师", "Q-0"));
        var key = Query.query(Criteria.where("_id").is(Deeds.creditCode(109) + "|2024-03-04"));
        mongo.updateFirst(key, new Update().set("rows", 19_998), "partner-quotas");
        var file = IntStream.range(0, 4)
                .mapToObj(i -> Deeds.offer(Deeds.creditCode(6), "厨师" + i, "Q-" + (i + 1)))
                .toList();
        var taken = agency.post(IMPORTS, file);
        assertThat(verdicts(taken)).containsExactly("CREATED", "CREATED", "REJECTED");
        assertThat(taken.text("/items/2/errors/0/code")).isEqualTo("DAILY_QUOTA_USED_UP");
        assertThat(taken.body().path("complete").asBoolean()).isFalse();
        var next = agency.post(IMPORTS, file);
        assertThat(next.status()).isEqualTo(429);
        assertThat(next.raw().headers().firstValue("Retry-After")).isPresent();
        assertThat(next.text("/errors/0/code")).isEqualTo("DAILY_QUOTA_USED_UP");
        clock.set("2024-03-05");
        assertThat(verdicts(agency.post(IMPORTS, file)))
                .containsExactly("UNCHANGED", "UNCHANGED", "CREATED", "CREATED");
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }

    @Test
    void streamsAThousandRowsAndTheFeedBringsEveryChangeOnce() {
        clock.set("2024-12-02");
        var agency = agency(110);
        var csv = HEADER
                + IntStream.range(0, 1_000)
                        .mapToObj(i -> line("M-" + i, "操作工" + i, "6000"))
                        .collect(Collectors.joining());
        long began = System.nanoTime();
        var taken = agency.post(IMPORTS, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        System.out.printf("1,000 vacancies by CSV: %d ms%n", (System.nanoTime() - began) / 1_000_000);
        assertThat(taken.body().path("created").asInt()).isEqualTo(1_000);
        var officer = api.as(OFFICER);
        var ids = taken.body()
                .path("items")
                .valueStream()
                .limit(25)
                .map(item -> item.path("id").asString())
                .toList();
        ids.forEach(id -> officer.post(VACANCIES + "/" + id + "/publish", null));
        var seen = new ArrayList<String>();
        var cursor = "0_";
        for (var page = api.get("/api/v1/jobs/vacancy-feed?limit=10&cursor=" + cursor);
                !page.body().path("items").isEmpty();
                page = api.get("/api/v1/jobs/vacancy-feed?limit=10&cursor=" + cursor)) {
            page.body().path("items").forEach(item -> seen.add(item.path("id").asString()));
            cursor = page.text("/cursor");
        }
        assertThat(seen).containsAll(ids).doesNotHaveDuplicates();
        var tail = api.get("/api/v1/jobs/vacancy-feed?cursor=" + cursor);
        var tag = tail.raw().headers().firstValue("ETag").orElseThrow();
        assertThat(api.with("If-None-Match", tag)
                        .get("/api/v1/jobs/vacancy-feed?cursor=" + cursor)
                        .status())
                .isEqualTo(304);
        clock.set("2024-12-03");
        agency.post(VACANCIES + "/" + ids.getFirst() + "/suspend", null);
        var delta = api.with("If-None-Match", tag).get("/api/v1/jobs/vacancy-feed?cursor=" + cursor);
        assertThat(delta.status()).isEqualTo(200);
        assertThat(delta.text("/items/0/id")).isEqualTo(ids.getFirst());
        assertThat(delta.body().at("/items/0/open").asBoolean()).isFalse();
        var before = clock.instant().minusSeconds(5);
        assertThat(published.changedSince(before, "", before, 10))
                .as("a change that an earlier one may still overtake is kept back")
                .isEmpty();
        assertThat(published.changedSince(before, "", clock.instant(), 10)).hasSize(1);
    }
}
