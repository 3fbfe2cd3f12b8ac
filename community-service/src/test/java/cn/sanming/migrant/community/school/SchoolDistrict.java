package cn.sanming.migrant.community.school;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.jobs.JobRunner;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.Nights;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;

/// The people around a school place and what they do at the windows, over HTTP.
@TestComponent
public class SchoolDistrict {

    public static final String COUNTY = "350404";
    public static final Who OFFICER = Who.officer("edu-1", COUNTY, "EDU_OFFICER");

    private static final String PATH = "/api/v1/community/";

    private final Api api;
    private final SettableClock clock;
    private final Events events;
    private final JobRunner jobs;

    SchoolDistrict(Api api, SettableClock clock, Events events, JobRunner jobs) {
        this.api = api;
        this.clock = clock;
        this.events = events;
        this.jobs = jobs;
    }

    public static Who guardian(String id) {
        return new Who("parent-" + id, List.of("WORKER", "GUARDIAN"), null, null, null, id);
    }

    public SchoolDistrict on(String day) {
        clock.set(day);
        return this;
    }

    public Api.Answer post(Who who, String path, Object body) {
        return api.as(who).post(PATH + path, body);
    }

    public Api.Answer put(Who who, String path, Object body) {
        return api.as(who).put(PATH + path, body);
    }

    public JsonNode get(Who who, String path) {
        var answer = api.as(who).get(PATH + path);
        assertThat(answer.status()).as(path + ": " + answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    public int status(Who who, String path) {
        return api.as(who).get(PATH + path).status();
    }

    public JsonNode done(Who who, String path, Object body) {
        var answer = post(who, path, body);
        assertThat(answer.status()).as(path + ": " + answer.raw().body()).isBetween(200, 201);
        return answer.body();
    }

    public void refused(Who who, String path, Object body, int status, String... codes) {
        var answer = post(who, path, body);
        assertThat(answer.status()).as(path + ": " + answer.raw().body()).isEqualTo(status);
        assertThat(answer.body().path("errors"))
                .extracting(error -> error.path("code").asString())
                .contains(codes);
    }

    public void run(String job, String day) {
        Nights.run(jobs, job, day);
    }

    /// Another department publishes; the same subject keeps its order by sequence.
    public void told(String type, String subject, long sequence, String district, String json) {
        events.publish(UUID.randomUUID().toString(), sequence, type, subject, district, clock.instant(), json);
    }

    public String school(String district, String stage, int year, int seats, Map<String, ?> more) {
        var officer = Who.officer("edu-1", district, "EDU_OFFICER");
        var body = new HashMap<String, Object>(
                Map.of("name", "三元区第一小学", "district", district, "stage", stage, "public", true));
        body.putAll(more);
        var id = done(officer, "schools", body).path("id").asString();
        assertThat(put(officer, "schools/" + id + "/seats/" + year, Map.of("seats", seats))
                        .status())
                .isEqualTo(200);
        return id;
    }

    /// An application by one guardian.
    public static Map<String, Object> application(
            String child, String guardian, String district, int year, String channel, List<String> preferences) {
        return new HashMap<>(Map.of(
                "child", Map.of("child_id", child, "birth_date", (year - 7) + "-03-01"),
                "guardian_ids", List.of(guardian),
                "school_year", year,
                "stage", "PRIMARY",
                "channel", channel,
                "district", district,
                "preferences", preferences));
    }
}
