package cn.sanming.migrant.gateway.messages;

import static cn.sanming.migrant.gateway.BackEnds.OTHERS;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.gateway.GatewayTest;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// What people may wish to hear of, and what makes no sense.
@GatewayTest
class WishesTest extends MessageSteps {

    @Test
    void findsTheGuardiansOfAChildThatGotASchoolPlace() {
        OTHERS.stubFor(get(urlPathEqualTo("/api/v1/community/enrolments/se-1"))
                .willReturn(okJson("{\"id\":\"se-1\",\"guardian_ids\":[\"" + workerId + "\"]}")));
        events.publish(
                "community.enrolment.placed",
                "se-1",
                "350404",
                AT,
                Map.of(
                        "child_id",
                        "c",
                        "school_id",
                        "SCH-A",
                        "state",
                        "ADMITTED",
                        "points",
                        98,
                        "placed_on",
                        "2025-06-17"));
        Awaitility.await().atMost(PATIENCE).until(() -> box().equals(List.of("se-1")));
        assertThat(worker.get(MESSAGES).text("/items/0/text")).contains("录取").contains("SCH-A");
    }

    @Test
    void refusesWishesThatMakeNoSense() {
        var choice = Map.of(
                "muted",
                List.of("NEWS"),
                "topics",
                List.of(Map.of("kind", "ENTITLEMENT", "districts", List.of("999999"))));
        var answer = worker.put(MESSAGES + "/preferences", choice);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors")).hasSize(3);
        assertThat(api.get("/api/v1/notices?kind=NEWS").status()).isEqualTo(400);
    }
}
