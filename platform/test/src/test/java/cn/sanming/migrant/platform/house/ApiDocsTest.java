package cn.sanming.migrant.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The description of the API says what the API really asks for.
@ServiceTest
class ApiDocsTest {

    private static final String PATH = "/api/v1/tickets/tickets";

    @Autowired
    Api api;

    private JsonNode schema(String name) {
        return api.get("/v3/api-docs").body().at("/components/schemas/" + name);
    }

    @Test
    void namesANestedRecordAfterItsClassToo() {
        assertThat(schema("SurveyControllerPlace").at("/properties").propertyNames())
                .containsExactlyInAnyOrder("town", "houses");
    }

    @Test
    void marksWhatIsRequiredAndNothingElse() {
        assertThat(schema("TicketDeskOpen").at("/required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("number", "amount", "district");
        assertThat(schema("TicketLimitFacts").at("/required").valueStream().map(JsonNode::asString))
                .contains("amount");
    }

    @Test
    void describesEachRuleWithWhatItAsksAndAnswers() {
        var evaluation = api.get("/v3/api-docs")
                .body()
                .at("/paths")
                .path("/api/v1/tickets/rules/TICKET_LIMIT/evaluations")
                .path("post");

        assertThat(evaluation
                        .at("/requestBody/content")
                        .path("application/json")
                        .toString())
                .contains("TicketLimitFacts");
        assertThat(evaluation
                        .at("/responses/200/content")
                        .path("application/json")
                        .toString())
                .contains("TicketLimitFinding", "RuleControllerEvaluation");
    }

    @Test
    void describesEveryCommandOfADocketInItsApi() {
        var docs = api.get("/v3/api-docs").body();

        assertThat(docs.at("/paths").propertyNames())
                .contains(PATH, PATH + "/{id}", PATH + "/{id}/finish", PATH + "/{id}/remark")
                .doesNotContain(PATH + "/{id}/{command}");
        assertThat(docs.at("/components/schemas").propertyNames()).contains("TicketDeskOpen", "TicketDeskView");
        assertThat(docs.toString()).contains("CHECKED -> DONE", "title_zh").doesNotContain("titleZh");
    }
}
