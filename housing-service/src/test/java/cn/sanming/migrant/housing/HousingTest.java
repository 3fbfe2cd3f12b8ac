package cn.sanming.migrant.housing;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.jobs.JobRunner;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.Nights;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole housing office, with a wage department to be scripted; one context for all tests of the room.
@ServiceTest
public abstract class HousingTest {

    protected static final String COUNTY = "350404";
    protected static final String EMPLOYER = "91350404MA0FJM012Y";
    protected static final Who OFFICER = Who.officer("housing-1", COUNTY, "HOUSING_OFFICER");
    protected static final Who CITY = Who.officer("housing-city", null, "HOUSING_OFFICER");

    private static final String PATH = "/api/v1/housing/";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final WireMockServer WAGES =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    static {
        WAGES.start();
    }

    @Autowired
    protected Api api;

    @Autowired
    protected SettableClock clock;

    @Autowired
    protected Events events;

    @Autowired
    protected MongoTemplate mongo;

    @Autowired
    protected QueryShapes shapes;

    @Autowired
    private JobRunner jobs;

    @DynamicPropertySource
    static void wageDepartment(DynamicPropertyRegistry registry) {
        registry.add("migrant.calls.wage-service.url", WAGES::baseUrl);
        registry.add("migrant.calls.time-limit", () -> "1500ms");
        registry.add("migrant.calls.open-for", () -> "50ms");
    }

    @BeforeEach
    protected void nobodyWorked() {
        WAGES.resetAll();
        WAGES.stubFor(get(urlPathMatching("/api/v1/wages/persons/.*"))
                .atPriority(9)
                .willReturn(okJson("{\"person_id\":\"P\",\"items\":[]}")));
        WAGES.stubFor(get(urlPathEqualTo("/api/v1/wages/insurance-records"))
                .atPriority(9)
                .willReturn(okJson("{\"items\":[],\"next\":null}")));
    }

    protected static void worked(String person, String district, String from, String to) {
        var end = to == null ? "null" : "\"" + to + "\"";
        WAGES.stubFor(get(urlPathEqualTo("/api/v1/wages/persons/" + person + "/employments"))
                .willReturn(okJson("{\"person_id\":\"" + person + "\",\"items\":[{\"id\":\"em-1\",\"state\":\"OPEN\","
                        + "\"employer_uscc\":\"" + EMPLOYER + "\",\"district\":\"" + district
                        + "\",\"period\":{\"from\":\"" + from + "\",\"to\":" + end + "}}]}")));
    }

    protected static void wageDepartmentIsSilent() {
        WAGES.resetAll();
        WAGES.stubFor(get(urlPathMatching("/api/v1/wages/.*")).willReturn(serverError()));
    }

    protected static String somebody() {
        return "P-" + COUNT.incrementAndGet();
    }

    protected void on(String day) {
        clock.set(day);
    }

    protected Api.Answer post(Who who, String path, Object body) {
        return api.as(who).post(PATH + path, body);
    }

    protected Api.Answer get_(Who who, String path) {
        return api.as(who).get(PATH + path);
    }

    protected Api.Answer open(String path) {
        return api.get(PATH + path);
    }

    protected Api.Answer done(Who who, String path, Object body) {
        var answer = post(who, path, body);
        assertThat(answer.status()).as(path + ": " + answer.raw().body()).isBetween(200, 201);
        return answer;
    }

    protected Api.Answer done(Who who, String path) {
        return done(who, path, Map.of());
    }

    protected Api.Answer refused(Who who, String path, Object body, int status, String... codes) {
        var answer = post(who, path, body);
        assertThat(answer.status()).as(path + ": " + answer.raw().body()).isEqualTo(status);
        assertThat(answer.body().path("errors"))
                .extracting(error -> error.path("code").asString())
                .contains(codes);
        return answer;
    }

    /// A job's run of one day, whether or not it has run before.
    protected void run(String job, String day) {
        Nights.run(jobs, job, day);
    }

    protected static Map<String, Object> form(Object... more) {
        var form = new HashMap<String, Object>(Map.of(
                "programme", "PUBLIC_RENTAL",
                "district", COUNTY,
                "hukou", "RURAL",
                "hukou_district", "360102",
                "own_home_area", "0.00",
                "persons", 1));
        for (int i = 0; i < more.length; i += 2) {
            form.put((String) more[i], more[i + 1]);
        }
        return form;
    }

    /// A household on the waiting list since a day.
    protected String waiting(String person, String day, Object... more) {
        on(day);
        worked(person, COUNTY, "2019-01-01", null);
        var id = done(Who.worker(person), "applications", form(more)).text("/id");
        done(OFFICER, "applications/" + id + "/accept");
        done(OFFICER, "applications/" + id + "/check_pass");
        var over = LocalDate.parse(day).plusDays(14).toString();
        on(over);
        run("housing-applications", over);
        assertThat(stateOf(id)).isEqualTo("WAITLISTED");
        return id;
    }

    protected String stateOf(String application) {
        return get_(CITY, "applications/" + application).text("/state");
    }

    /// A project in use with units of its own.
    ///
    /// @param rooms as the registration takes them
    protected List<String> units(String kind, List<Map<String, Object>> rooms) {
        var project = done(
                        OFFICER,
                        "projects",
                        Map.of(
                                "name",
                                "Flats " + COUNT.incrementAndGet(),
                                "park_name",
                                "三元经济开发区",
                                "district",
                                COUNTY,
                                "unit_kind",
                                kind,
                                "planned_units",
                                rooms.size()))
                .text("/id");
        done(OFFICER, "projects/" + project + "/approve");
        done(OFFICER, "projects/" + project + "/start");
        var registered = done(OFFICER, "units", Map.of("project_id", project, "units", rooms));
        done(
                OFFICER,
                "projects/" + project + "/complete",
                Map.of(
                        "completed_on",
                        LocalDate.ofInstant(clock.instant(), clock.getZone()).toString()));
        done(OFFICER, "projects/" + project + "/put_into_use");
        var ids = new ArrayList<String>();
        registered.body().path("items").forEach(unit -> ids.add(unit.path("id").asString()));
        return ids;
    }

    protected static Map<String, Object> flat(String address, Object... more) {
        var flat = new HashMap<String, Object>(Map.of("address", address, "area", "38.50", "rent_per_m2", "8.00"));
        for (int i = 0; i < more.length; i += 2) {
            flat.put((String) more[i], more[i + 1]);
        }
        return flat;
    }
}
