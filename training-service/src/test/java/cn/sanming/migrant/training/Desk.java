package cn.sanming.migrant.training;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.jobs.JobRunner;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.EventContracts;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.Nights;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The people of the stories and what they do at the windows, over HTTP.
@TestComponent
public class Desk {

    public static final String ORGANISER = "91350404MA0FJM012Y";
    public static final String HOME_AGENCY = "91350404MA0FJM020R";
    public static final String AGENCY = "91350100M000100Y43";
    public static final String OTHER_AGENCY = "91350405MA0FJM0395";
    public static final String PARTNER = "12350405MB0FJM059E";
    public static final String ELECTRICIAN = "6-31-01-03";

    public static final Who SCHOOL = organisation("TRAINING_ORG", ORGANISER);
    public static final Who OFFICER = Who.officer("u-1", null, "HR_OFFICER");
    public static final Who HEAD = Who.officer("u-2", null, "HR_HEAD");
    public static final Who COUNTY_OFFICER = Who.officer("u-3", "350404", "HR_OFFICER");
    public static final Who UNION = Who.officer("u-4", null, "UNION_OFFICER");

    private static final String PATH = "/api/v1/training/";

    private final Api api;
    private final SettableClock clock;
    private final Events events;
    private final JobRunner jobs;
    private final QueryShapes shapes;
    private final MongoTemplate mongo;

    Desk(Api api, SettableClock clock, Events events, JobRunner jobs, QueryShapes shapes, MongoTemplate mongo) {
        this.api = api;
        this.clock = clock;
        this.events = events;
        this.jobs = jobs;
        this.shapes = shapes;
        this.mongo = mongo;
    }

    public static Who organisation(String role, String creditCode) {
        return new Who(role + creditCode, List.of(role), null, null, creditCode, null);
    }

    public static Who examiner(String creditCode) {
        return organisation("APPRAISAL_ORG", creditCode);
    }

    public static Who worker(String id) {
        return Who.worker(id);
    }

    public Desk on(String day) {
        clock.set(day);
        return this;
    }

    public Api.Answer post(Who who, String path, Object body) {
        return api.as(who).post(PATH + path, body);
    }

    public Api.Answer put(Who who, String path, Object body) {
        return api.as(who).put(PATH + path, body);
    }

    public Api.Answer get(Who who, String path) {
        return api.as(who).get(PATH + path);
    }

    public Api.Answer anybodyGets(String path) {
        return api.get(PATH + path);
    }

    /// Does something that must succeed.
    public Api.Answer done(Who who, String path, Object body) {
        var answer = post(who, path, body);
        assertThat(answer.status()).as(path + ": " + answer.raw().body()).isBetween(200, 201);
        return answer;
    }

    public Api.Answer done(Who who, String path) {
        return done(who, path, Map.of());
    }

    /// Does something that must be refused with these reasons among others.
    public Api.Answer refused(Who who, String path, Object body, int status, String... codes) {
        var answer = post(who, path, body);
        assertThat(answer.status()).as(path + ": " + answer.raw().body()).isEqualTo(status);
        assertThat(answer.body().path("errors"))
                .extracting(error -> error.path("code").asString())
                .contains(codes);
        return answer;
    }

    /// A job's run of one day, whether or not it has run before.
    public void run(String job, String day) {
        Nights.run(jobs, job, day);
    }

    /// Another department publishes; the same subject keeps its order by sequence.
    public void told(String type, String subject, long sequence, Map<String, ?> payload) {
        told(UUID.randomUUID().toString(), type, subject, sequence, payload);
    }

    public void told(String id, String type, String subject, long sequence, Map<String, ?> payload) {
        events.publish(
                id,
                sequence,
                type,
                subject,
                "350404",
                clock.instant(),
                JsonMapper.shared().writeValueAsString(payload));
    }

    /// Another department publishes what its example shows, with some fields otherwise.
    public void toldAsInTheExample(String type, String subject, long sequence, Map<String, ?> other) {
        var department = type.substring(0, type.indexOf('.'));
        try (var in = Desk.class.getResourceAsStream("/contracts/" + department + '/' + type + ".json")) {
            var example = (ObjectNode) JsonMapper.shared().readTree(Objects.requireNonNull(in));
            var payload = new LinkedHashMap<String, Object>();
            example.properties().forEach(field -> payload.put(field.getKey(), field.getValue()));
            payload.putAll(other);
            told(type, subject, sequence, payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode published(String type, String subject) {
        return events.await(type, subject).data();
    }

    public boolean isSilentAbout(String type, String subject) {
        return events.of(type, subject).isEmpty();
    }

    public List<JsonNode> offersOf(String person) {
        var items = new ArrayList<JsonNode>();
        get(worker(person), "offers").body().path("items").forEach(items::add);
        return items;
    }

    public JsonNode awaitOffer(String person, Predicate<JsonNode> wanted) {
        return Awaitility.await("an offer to " + person)
                .atMost(Duration.ofSeconds(20))
                .until(() -> offersOf(person).stream().filter(wanted).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    public void awaitTrue(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(Duration.ofSeconds(20)).until(condition);
    }

    /// A class of one session that starts on a Monday of March 2024.
    public static Map<String, Object> plan(String kind, int capacity, Map<String, Object> other) {
        var plan = new LinkedHashMap<String, Object>(Map.of(
                "organiser_uscc",
                ORGANISER,
                "kind",
                kind,
                "occupation_code",
                ELECTRICIAN,
                "district",
                "350405",
                "start_on",
                "2024-03-04",
                "end_on",
                "2024-04-12",
                "hours",
                50,
                "capacity",
                capacity,
                "sessions",
                1));
        plan.putAll(other);
        return plan;
    }

    public String openClass(Map<String, Object> plan) {
        var course = done(SCHOOL, "classes", plan).text("/id");
        done(SCHOOL, "classes/" + course + "/open");
        return course;
    }

    public String enrol(String person, String course) {
        return done(
                        worker(person),
                        "enrolments",
                        Map.of("class_id", course, "person_id", person, "is_migrant_worker", true))
                .text("/id");
    }

    /// Nothing that has been asked of the store so far walked through a whole collection.
    public void everyQueryHasAnIndex() {
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }

    /// Every event on the wire satisfies its schema. With `-Dcontracts.write=true` the examples are written anew,
    /// for the departments that read them.
    public void everythingPublishedIsAsAgreed() {
        var contracts = new EventContracts(Path.of("contracts/events"));
        var seen = events.all("training.events");
        assertThat(seen).isNotEmpty();
        assertThat(seen.stream().flatMap(event -> contracts.violations(event).stream()))
                .isEmpty();
        if (Boolean.getBoolean("contracts.write")) {
            seen.forEach(Desk::writeExample);
        }
    }

    private static void writeExample(Events.Seen event) {
        var name = event.type().replaceAll("^cn\\.sanming\\.|\\.v1$", "");
        try {
            Files.createDirectories(Path.of("contracts/examples"));
            Files.writeString(
                    Path.of("contracts/examples", name + ".json"), event.data().toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
