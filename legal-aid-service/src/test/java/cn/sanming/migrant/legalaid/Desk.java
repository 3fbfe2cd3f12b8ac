package cn.sanming.migrant.legalaid;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.core.MongoTemplate;

/// The people of the stories and what they do at the windows, over HTTP.
@TestComponent
public class Desk {

    public static final String EMPLOYER = "91350404MA0FJM020R";
    public static final String COUNTY = "350404";
    public static final List<String> WORKERS =
            IntStream.rangeClosed(1001, 1023).mapToObj(number -> "P-" + number).toList();

    public static final Who AID_OFFICER = Who.officer("aid-1", COUNTY, "LEGAL_AID_OFFICER");
    public static final Who REGISTRAR = Who.officer("reg-1", COUNTY, "ARB_REGISTRAR");
    public static final Who ARBITRATOR = Who.officer("arb-1", COUNTY, "ARBITRATOR");
    public static final Who MEDIATOR = Who.officer("med-1", COUNTY, "MEDIATOR");
    public static final Who DIRECTOR = Who.officer("head-1", COUNTY, "HR_HEAD");
    public static final Who COURT = Who.officer("court-1", COUNTY, "COURT");
    public static final Who JUSTICE = Who.officer("jus-1", COUNTY, "JUDICIAL_OFFICER");
    public static final Who UNION_LAWYER = Who.officer("lawyer-union-7", null, "LAWYER");
    public static final Who FIRM = Who.firm(EMPLOYER);

    private static final String PATH = "/api/v1/legal-aid/";

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

    public Desk on(String day) {
        clock.set(day);
        return this;
    }

    public static Who worker(String id) {
        return Who.worker(id);
    }

    public Api.Answer post(Who who, String path, Object body) {
        return api.as(who).post(PATH + path, body);
    }

    public Api.Answer get(Who who, String path) {
        return api.as(who).get(PATH + path);
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

    /// Does something that must be refused with one of these reasons among others.
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

    /// Nothing that has been asked of the store so far walked through a whole collection.
    public void everyQueryHasAnIndex() {
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }

    /// Every event on the wire and every committed example satisfies its schema.
    /// With `-Dcontracts.write=true` the examples are written anew, for the departments that read them.
    public void everythingPublishedIsAsAgreed() {
        var contracts = new EventContracts(Path.of("contracts/events"));
        var seen = events.all("legalaid.events");
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

    public static String wageExample(String type) {
        try (var in = Desk.class.getResourceAsStream("/contracts/wage/" + type + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The wage department publishes; the same subject keeps its order by sequence.
    public void wageSays(String type, String subject, long sequence, String json) {
        events.publish(UUID.randomUUID().toString(), sequence, type, subject, COUNTY, clock.instant(), json);
    }
}
