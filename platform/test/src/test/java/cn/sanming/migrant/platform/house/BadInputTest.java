package cn.sanming.migrant.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever is wrong with a request is named, all of it, in one answer.
@ServiceTest
class BadInputTest {

    private static final String PATH = "/api/v1/tickets/surveys";
    private static final String TICKETS = "/api/v1/tickets/tickets";
    private static final Who FIRM = Who.firm("91350404MA0FJM012Y");
    private static final Who CLERK = Who.officer("u-1", "350404", "CLERK");

    @Autowired
    Api api;

    private static List<String> faults(Api.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
        assertThat(answer.text("/code")).isEqualTo("VALIDATION");
        assertThat(answer.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return answer.body()
                .at("/errors")
                .valueStream()
                .map(error -> error.path("pointer").asString("")
                        + ' '
                        + error.path("code").asString())
                .toList();
    }

    @Test
    void namesEveryParameterThatIsMissingOrUnreadable() {
        var clerk = api.as(CLERK);

        assertThat(faults(clerk.get(PATH + "/2024"))).containsExactly("/from REQUIRED", "/at_most REQUIRED");
        assertThat(faults(clerk.get(PATH + "/now?from=2024-02-30&at_most=many&colour=BLUE")))
                .containsExactly(
                        "/year INVALID_INT",
                        "/from INVALID_LOCAL_DATE",
                        "/at_most INVALID_INT",
                        "/colour INVALID_CHOICE");
        assertThat(clerk.get(PATH + "/2024?from=2024-02-29&at_most=3").status()).isEqualTo(200);
    }

    @Test
    void namesBrokenLimitsBesideFieldsThatCannotBeRead() {
        var wrong = Map.of(
                "title", " ",
                "code", "four",
                "colour", "BLUE",
                "place", Map.of("town", "", "houses", 0),
                "others", List.of(Map.of("town", "三元", "houses", -1)));

        assertThat(faults(api.as(CLERK).post(PATH, wrong)))
                .containsExactlyInAnyOrder(
                        "/title NOT_BLANK",
                        "/code SIZE",
                        "/colour INVALID_CHOICE",
                        "/place/town NOT_BLANK",
                        "/place/houses POSITIVE",
                        "/others/0/houses POSITIVE");
    }

    @Test
    void saysTheLimitItselfInEveryLanguage() {
        var wrong = Map.of(
                "title",
                "t",
                "code",
                "four",
                "colour",
                "RED",
                "place",
                Map.of("town", "三元", "houses", 0),
                "others",
                List.of());

        for (var language : List.of("zh", "en")) {
            var answer = api.as(CLERK).with("Accept-Language", language).post(PATH, wrong);
            assertThat(answer.body().at("/errors").findValuesAsString("required"))
                    .containsExactlyInAnyOrder("0..3", "> 0");
            assertThat(answer.body().at("/errors").findValuesAsString("message"))
                    .allMatch(text -> !text.isBlank());
        }
    }

    @Test
    void saysThatABodyIsNoJson() {
        assertThat(faults(api.as(CLERK).post(PATH, "{\"title\":"))).containsExactly("/ MALFORMED_JSON");
        var firm = api.as(Who.firm("91350404MA0FJM012Y"));
        assertThat(faults(firm.post("/api/v1/tickets/tickets", "{\"number\":"))).containsExactly("/ MALFORMED_JSON");
    }

    @Test
    void saysThatAQueryCannotBeDecoded() {
        assertThat(faults(api.as(CLERK).get(PATH + "/2024?from=2024-02-29&at_most=%C3%28")))
                .isNotEmpty();
    }

    @Test
    void answersAsAProblemEvenWhoeverAsksForAnotherFormat() {
        var answer = api.as(CLERK).with("Accept", "text/csv").get(PATH + "/2024?from=2024-02-29&at_most=3");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.text("/code")).isEqualTo("NOT_ACCEPTABLE");
    }

    @Test
    void answersAllFaultsOfABodyAtOnceInTheLanguageAsked() {
        var wrong = Map.of("amount", "1.234", "colour", "red", "district", "350404");

        var chinese = api.as(FIRM).post(TICKETS, wrong);
        var english = api.as(FIRM).with("Accept-Language", "en").post(TICKETS, wrong);

        assertThat(chinese.status()).isEqualTo(400);
        assertThat(chinese.body().at("/errors").toString()).contains("/number", "/amount", "/colour", "必填");
        assertThat(english.text("/title")).isEqualTo("The request is not valid");
        assertThat(english.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void refusesMalformedJsonAndUnknownPathsAsProblems() {
        assertThat(api.as(FIRM).post(TICKETS, "{\"number\":").status()).isEqualTo(400);
        assertThat(api.as(FIRM).get(TICKETS + "/nobody").status()).isEqualTo(404);
        assertThat(api.as(FIRM).post(TICKETS + "/nobody/fly", null).status()).isEqualTo(404);
        assertThat(api.get("/elsewhere").status()).isIn(401, 403);
    }

    @Test
    void refusesYearsThatNobodyLivesToSee() {
        var rest = "?from=2024-01-01&at_most=3";
        for (var year : List.of("2147483647", "-1", "0", "999999")) {
            var answer = api.as(CLERK).get(PATH + "/" + year + rest);
            assertThat(answer.status()).as(year).isEqualTo(400);
            assertThat(answer.body().at("/errors").toString()).contains("/year");
        }
        assertThat(api.as(CLERK).get(PATH + "/2024" + rest).status()).isEqualTo(200);
    }
}
