package cn.sanming.migrant.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Bodies and queries that are short to write and long to work on, or that say two things at once.
@ServiceTest
class HostileJsonTest {

    private static final String TICKETS = "/api/v1/tickets/tickets";
    private static final String SURVEYS = "/api/v1/tickets/surveys";
    private static final Who FIRM = Who.firm("91350404MA0FJM012Y");
    private static final Who CLERK = Who.officer("u-1", "350404", "CLERK");

    @Autowired
    Api api;

    private Api.Answer refused(String path, String body, String pointer, String code) {
        long begun = System.nanoTime();
        var answer = api.as(FIRM).post(path, body);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
        assertThat(answer.body().at("/errors").valueStream())
                .as(answer.raw().body())
                .anySatisfy(error -> {
                    assertThat(error.path("pointer").asString()).isEqualTo(pointer);
                    assertThat(error.path("code").asString()).isEqualTo(code);
                });
        return answer;
    }

    private static String survey(String houses, String area) {
        return "{\"title\":\"t\",\"code\":\"abc\",\"colour\":\"RED\",\"place\":{\"town\":\"三元\",\"houses\":" + houses
                + "},\"others\":[],\"area\":" + area + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e5000000", "\"1e5000000\"", "\"1e-5000000\"", "1e400", "123456789012345678", "\"1e99\""})
    void refusesNumbersThatAreShortToWriteAndLongToWorkOn(String number) {
        refused(SURVEYS, survey("1", number), "/area", "INVALID_BIG_DECIMAL");
        refused(TICKETS, ticket("\"N\"", number), "/amount", "INVALID_MONEY");
    }

    private static String ticket(String number, String amount) {
        return "{\"number\":" + number + ",\"amount\":" + amount + ",\"district\":\"350404\"}";
    }

    @Test
    void refusesNumbersOfManyDigitsAndDeepNests() {
        refused(SURVEYS, survey("1", "1".repeat(60)), "/", "JSON_BEYOND_LIMITS");
        refused(SURVEYS, "[".repeat(100_000), "/", "JSON_BEYOND_LIMITS");
    }

    @Test
    void refusesAWholeNumberThatIsNone() {
        refused(SURVEYS, survey("5.7", "1"), "/place/houses", "INVALID_INT");
        refused(SURVEYS, survey("5.0", "1"), "/place/houses", "INVALID_INT");
        refused(SURVEYS, survey("1e1", "1"), "/place/houses", "INVALID_INT");
    }

    @Test
    void refusesAFieldThatStandsThereTwice() {
        refused(
                TICKETS,
                "{\"number\":\"D-1\",\"amount\":\"1.00\",\"amount\":\"9.00\",\"district\":\"350404\"}",
                "/amount",
                "DUPLICATE_FIELD");
        refused(SURVEYS, "{\"title\":\"t\",\"place\":{\"town\":\"a\",\"town\":\"b\"}}", "/town", "DUPLICATE_FIELD");
    }

    @Test
    void keepsNothingThatNobodySees() {
        var opened = api.as(FIRM).post(TICKETS, ticket("\"N\\u0000-\\u202E7\\u200B\\ud800\"", "\"1.00\""));

        assertThat(opened.status()).as(opened.raw().body()).isEqualTo(201);
        assertThat(opened.text("/number")).isEqualTo("N-7");
    }

    @Test
    void refusesWhatNoListKnows() {
        assertThat(api.as(CLERK).get(TICKETS + "?limit=0").status()).isEqualTo(400);
        assertThat(api.as(CLERK).get(TICKETS + "?limit=-5").status()).isEqualTo(400);
        assertThat(api.as(CLERK).get(TICKETS + "?limit=1").status()).isEqualTo(200);
        var unknown = api.as(CLERK).get(TICKETS + "?state=NOPE");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text("/errors/0/code")).isEqualTo("UNKNOWN_STATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B999999999-12-31", "9999-12-31", "-0001-01-01", "0000-00-00"})
    void refusesDaysThatNobodyLivesToSee(String day) {
        var answer = api.as(CLERK).get(SURVEYS + "/2024?at_most=3&from=" + day);

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/from");
    }
}
