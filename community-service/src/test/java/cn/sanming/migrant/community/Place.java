package cn.sanming.migrant.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.EventContracts;
import cn.sanming.migrant.platform.test.Events;
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
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.core.MongoTemplate;

/// The people of the stories and what they do at the windows, over HTTP.
@TestComponent
public class Place {

    public static final String COUNTY = "350404";
    public static final String OTHER_COUNTY = "350481";
    public static final String FIRM = "91350404MA0FJM020R";
    public static final Who CULTURE = Who.ofUnit("cul-1", "SM-WLJ", COUNTY, "CULTURE_OFFICER");
    public static final Who CULTURE_ELSEWHERE = Who.ofUnit("cul-2", "SM-WLJ", OTHER_COUNTY, "CULTURE_OFFICER");
    public static final Who UNION = Who.ofUnit("uni-1", "SM-ZGH", COUNTY, "UNION_OFFICER");
    public static final Who HEALTH = Who.ofUnit("hea-1", "SM-WJW", COUNTY, "HEALTH_OFFICER");

    private static final String PATH = "/api/v1/community/";

    private final Api api;
    private final SettableClock clock;
    private final Events events;
    private final QueryShapes shapes;
    private final MongoTemplate mongo;

    Place(Api api, SettableClock clock, Events events, QueryShapes shapes, MongoTemplate mongo) {
        this.api = api;
        this.clock = clock;
        this.events = events;
        this.shapes = shapes;
        this.mongo = mongo;
    }

    public Place on(String day) {
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

    /// Without a token.
    public Api.Answer look(String path) {
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

    /// Does something that must be refused with these reasons and no others, each of them in words.
    public Api.Answer refused(Who who, String path, Object body, int status, String... codes) {
        var answer = post(who, path, body);
        assertThat(answer.status()).as(path + ": " + answer.raw().body()).isEqualTo(status);
        assertThat(answer.body().path("errors"))
                .extracting(error -> error.path("code").asString())
                .containsExactlyInAnyOrder(codes);
        return answer;
    }

    /// What the wage department has agreed to say, word for word.
    public static String wageExample(String type) {
        try (var in = Place.class.getResourceAsStream("/contracts/wage/" + type + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Events.Seen> published(String type, String subject, int atLeast) {
        return events.await(type, subject, atLeast);
    }

    /// Nothing that has been asked of the store so far walked through a whole collection.
    public void everyQueryHasAnIndex() {
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }

    /// What has been published so far satisfies its schema. With `-Dcontracts.write=true` the examples are written
    /// anew.
    public void everythingPublishedIsAsAgreed() {
        var contracts = new EventContracts(Path.of("contracts/events"));
        var seen = events.all("community.events");
        assertThat(seen).isNotEmpty();
        assertThat(seen.stream().flatMap(event -> contracts.violations(event).stream()))
                .isEmpty();
        if (Boolean.getBoolean("contracts.write")) {
            seen.forEach(Place::writeExample);
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
