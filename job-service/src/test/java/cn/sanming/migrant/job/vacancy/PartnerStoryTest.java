package cn.sanming.migrant.job.vacancy;

import static cn.sanming.migrant.job.Deeds.OFFICER;
import static cn.sanming.migrant.job.Deeds.PUBLISHED;
import static cn.sanming.migrant.job.Deeds.VACANCIES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.job.Deeds;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.json.JsonMapper;

/// Partner agencies and their files, in every format, with their own numbers, against each other and against their
/// quota.
@ServiceTest
class PartnerStoryTest {

    private static final String IMPORTS = VACANCIES + "/imports";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String HEADER = "用人单位统一社会信用代码,岗位编号,行政区划代码,岗位名称,职业代码,招聘人数,最低工资,最高工资,计薪方式,联系方式,发布渠道\n";

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    QueryShapes shapes;

    @BeforeEach
    void day() {
        clock.set("2024-03-04");
    }

    private Api agency(int number) {
        return api.as(Deeds.agency(Deeds.creditCode(number)));
    }

    private static List<String> verdicts(Api.Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("verdict").asString())
                .toList();
    }

    private static String line(String reference, String title, String wage) {
        return String.join(
                        ",",
                        Deeds.creditCode(1),
                        reference,
                        "350404",
                        title,
                        "6-31-01-03",
                        "2",
                        "1500",
                        wage,
                        "月",
                        "人事部",
                        "WECHAT、WEB")
                + "\n";
    }

    @Test
    void takesCsvInUtf8AndInTheNationalEncodingAsTheSameFile() {
        var csv = HEADER + line("C-1", "砌筑工", "6000") + line("C-2", "钢筋工", "1809.99") + line("C-3", "木工", "很多");
        var first = agency(100).post(IMPORTS, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(first.status()).isEqualTo(200);
        assertThat(verdicts(first)).containsExactly("CREATED", "REJECTED", "REJECTED");
        assertThat(first.text("/items/1/errors/0/code")).isEqualTo("WAGE_BELOW_MINIMUM");
        assertThat(first.text("/items/2/errors/0/code")).isEqualTo("INVALID_MONEY");
        assertThat(first.text("/items/2/errors/0/pointer")).isEqualTo("/wage_max");
        var again = agency(100).post(IMPORTS, "text/csv", csv.getBytes(Charset.forName("GB18030")));
        assertThat(verdicts(again)).containsExactly("UNCHANGED", "REJECTED", "REJECTED");
        assertThat(again.text("/items/0/id")).isEqualTo(first.text("/items/0/id"));
    }

    @Test
    void takesXlsxRowByRow() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("岗位");
            var header = HEADER.strip().split(",");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            for (int row = 1; row <= 3; row++) {
                var cells = line("X-" + row, "架子工" + row, "6000").strip().split(",");
                for (int i = 0; i < cells.length; i++) {
                    sheet.value(row, i, cells[i]);
                }
                sheet.value(row, 5, 3);
                sheet.value(row, 7, 6500.5);
            }
        }
        var taken = agency(101).post(IMPORTS, XLSX, bytes.toByteArray());
        assertThat(verdicts(taken)).containsExactly("CREATED", "CREATED", "CREATED");
        var one = agency(101).get("/api/v1/jobs/partner-vacancies/X-2");
        assertThat(one.text("/offer/wage_max")).isEqualTo("6500.50");
        assertThat(one.body().at("/offer/openings").asInt()).isEqualTo(3);
        assertThat(one.text("/state")).isEqualTo("SUBMITTED");
        assertThat(one.text("/moderate_by")).isEqualTo("2024-03-06");
        assertThat(verdicts(agency(101).post(IMPORTS, XLSX, bytes.toByteArray())))
                .containsOnly("UNCHANGED");
    }

    @Test
    void aBrokenLineOfNdjsonSpoilsOnlyItself() {
        var json = JsonMapper.shared();
        var good = json.writeValueAsString(Deeds.offer(Deeds.creditCode(2), "漆工", "N-1"));
        var file = good + "\n{\"title\": \n\n[1]\n" + good.replace("N-1", "N-2").replace("漆工", "水工");
        var taken = agency(102).post(IMPORTS, "application/x-ndjson", file.getBytes(StandardCharsets.UTF_8));
        assertThat(verdicts(taken)).containsExactly("CREATED", "REJECTED", "REJECTED", "CREATED");
        assertThat(taken.text("/items/1/errors/0/code")).isEqualTo("MALFORMED_JSON");
        assertThat(taken.text("/items/3/reference")).isEqualTo("N-2");
    }

    @Test
    void refusesWhatIsNoFileAtAllAndSaysWhereAFileBreaks() {
        var agency = agency(103);
        assertThat(agency.post(IMPORTS, XLSX, "no".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(agency.post(IMPORTS, "text/plain", new byte[] {1}).text("/errors/0/code"))
                .isEqualTo("UNKNOWN_FORMAT");
        assertThat(agency.post(IMPORTS, "text/csv", HEADER.getBytes(StandardCharsets.UTF_8))
                        .text("/errors/0/code"))
                .isEqualTo("EMPTY_SHEET");
        var cut =
                "[" + JsonMapper.shared().writeValueAsString(Deeds.offer(Deeds.creditCode(3), "焊工", "J-1")) + ", {\"ti";
        var taken = agency.post(IMPORTS, "application/json", cut.getBytes(StandardCharsets.UTF_8));
        assertThat(verdicts(taken)).containsExactly("CREATED", "REJECTED");
        assertThat(taken.body().path("complete").asBoolean()).isFalse();
        assertThat(api.as(Deeds.OFFICER).post(IMPORTS, List.of()).status()).isEqualTo(403);
    }

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
    }
}
