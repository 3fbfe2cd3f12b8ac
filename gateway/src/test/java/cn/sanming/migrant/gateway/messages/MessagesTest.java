package cn.sanming.migrant.gateway.messages;

import static cn.sanming.migrant.gateway.BackEnds.WECHAT;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import cn.sanming.migrant.gateway.GatewayTest;
import cn.sanming.migrant.gateway.Visits;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class MessagesTest extends MessageSteps {

    @Autowired
    NoticeBoard board;

    @Test
    void sendsOneMessageHoweverOftenTheEventArrives() {
        agree("ENTITLEMENT", "ENTITLEMENT");
        var id = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            entitlement(id, "en-1");
        }
        phone("ENTITLEMENT", "SENT");
        assertThat(box()).hasSize(1);
        assertThat(worker.get(MESSAGES).text("/items/0/text"))
                .contains("800.00")
                .contains("2025-04-15");
        WECHAT.verify(
                1,
                postRequestedFor(urlPathEqualTo(SEND))
                        .withRequestBody(matchingJsonPath("$.touser", equalTo("openid-m")))
                        .withRequestBody(matchingJsonPath("$.template_id", equalTo("local-entitlement")))
                        .withRequestBody(matchingJsonPath("$.data.amount2.value", equalTo("800.00"))));
        assertThat(worker.get(MESSAGES + "/preferences")
                        .body()
                        .at("/consents/ENTITLEMENT")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void keepsInTheBoxWhatNobodyAgreedToHearOnThePhone() {
        entitlement(UUID.randomUUID().toString(), "en-2");
        phone("ENTITLEMENT", "KEPT");
        WECHAT.verify(0, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void doesNotAskAgainWhereWechatSaysThereIsNoConsent() {
        agree("ENTITLEMENT");
        answers("{\"errcode\":43101}");
        entitlement(UUID.randomUUID().toString(), "en-3");
        phone("ENTITLEMENT", "KEPT");
        WECHAT.verify(1, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void goesThroughByItselfOnceWechatIsBack() {
        agree("ENTITLEMENT");
        WECHAT.stubFor(post(urlPathEqualTo(SEND)).willReturn(serverError()));
        entitlement(UUID.randomUUID().toString(), "en-4");
        Awaitility.await().atMost(PATIENCE).until(() -> !WECHAT.findAll(postRequestedFor(urlPathEqualTo(SEND)))
                .isEmpty());
        answers("{\"errcode\":0}");
        phone("ENTITLEMENT", "SENT");
    }

    @Test
    void laysWhatWechatWillNeverTakeBeforeTheOperators() {
        agree("ENTITLEMENT");
        answers("{\"errcode\":47003}");
        entitlement(UUID.randomUUID().toString(), "en-5");
        phone("ENTITLEMENT", "DEAD");
        assertThat(worker.get(MESSAGES + "/deliveries").status()).isEqualTo(403);
        var token = Visits.clientToken(api, "operations", Visits.SECRET).text("/access_token");
        var ops = api.with("Authorization", "Bearer " + token);
        var dead = ops.get(MESSAGES + "/deliveries?state=DEAD");
        assertThat(dead.text("/items/0/fault")).isEqualTo("WECHAT_47003");
        answers("{\"errcode\":0}");
        assertThat(ops.post(MESSAGES + "/deliveries/" + dead.text("/items/0/id") + "/again", null)
                        .status())
                .isEqualTo(200);
        phone("ENTITLEMENT", "SENT");
    }

    @Test
    void tellsWhoeverFollowsADistrictAndTakesBackWhatIsHidden() {
        var choice = Map.of(
                "muted", List.of(), "topics", List.of(Map.of("kind", "VACANCY", "districts", List.of("350404"))));
        assertThat(worker.put(MESSAGES + "/preferences", choice).status()).isEqualTo(200);
        vacancy("v-1", "350405");
        vacancy("v-2", "350404");
        handled(recommended("v-2"));
        phone("VACANCY", "KEPT");
        assertThat(box()).containsExactly("v-2");
        events.publish(UUID.randomUUID().toString(), 2, "job.vacancy.hidden", "v-2", "350404", AT, "{}");
        Awaitility.await().atMost(PATIENCE).until(() -> box().isEmpty());
        assertThat(api.get("/api/v1/notices?kind=VACANCY&district=350404")
                        .body()
                        .at("/items"))
                .isEmpty();
        events.publish(UUID.randomUUID().toString(), 3, "job.vacancy.restored", "v-2", "350404", AT, "{}");
        Awaitility.await().atMost(PATIENCE).until(() -> box().equals(List.of("v-2")));
    }

    @Test
    void goesOnTellingWhereACrashBrokeOff() {
        var choice = Map.of("muted", List.of(), "topics", List.of(Map.of("kind", "VACANCY")));
        assertThat(worker.put(MESSAGES + "/preferences", choice).status()).isEqualTo(200);
        var pinned = new NotificationDraft("VACANCY", "v-3", "v-3", AT, null, Map.of("title", "钢筋工"), List.of());
        board.pin(pinned, "350404", 1); // and then the process died, before anybody was told

        vacancy("v-3", "350404");

        Awaitility.await().atMost(PATIENCE).until(() -> box().equals(List.of("v-3")));
    }

    @Test
    void tellsTheUnitItsLeadAndTheSupervisionOfficeWhatIsOverdue() {
        events.publish(
                "supervision.task.overdue",
                "task-1",
                "350404",
                AT,
                Map.of("measure", "M08", "unit_code", "SM-XQ-350404", "due_on", "2024-04-10", "days_overdue", 3));
        for (var officer : List.of("hr-350404", "education")) {
            Awaitility.await(officer).atMost(PATIENCE).until(() -> "task-1"
                    .equals(Visits.as(api, officer).get(MESSAGES).text("/items/0/subject")));
        }
        assertThat(api.get(MESSAGES).status()).isEqualTo(401);
    }

    /// One report for each word; a report sent twice counts once.
    private void agree(String... kinds) {
        for (int i = 0; i < kinds.length; i++) {
            var consent = Map.of("report", "r-" + i, "accepted", List.of(kinds[i]));
            assertThat(worker.post(MESSAGES + "/consents", consent).status()).isEqualTo(200);
            assertThat(worker.post(MESSAGES + "/consents", consent).status()).isEqualTo(200);
        }
    }

    private void entitlement(String eventId, String subject) {
        events.publish(
                eventId,
                1,
                "subsidy.entitlement.opened",
                subject,
                "350404",
                AT,
                "{\"person_id\":\"" + workerId
                        + "\",\"certificate_id\":\"c-1\",\"kind\":\"APPRAISAL\",\"amount\":\"800.00\",\"apply_until\":\"2025-04-15\"}");
    }

    private void vacancy(String id, String district) {
        events.publish(
                "job.vacancy.published",
                id,
                district,
                AT,
                Map.of(
                        "district_code", district,
                        "occupation_code", "6-29-02-06",
                        "title", "钢筋工",
                        "openings", 5,
                        "wage_min", "5000.00",
                        "wage_max", "7000.00",
                        "expires_on", "2024-06-01"));
    }

    private String recommended(String vacancy) {
        return events.publish(
                "job.recommendation.made", "rec-1", "350404", AT, Map.of("person_id", workerId, "vacancy_id", vacancy));
    }

    private void handled(String event) {
        Awaitility.await("event " + event)
                .atMost(PATIENCE)
                .until(() -> mongo.exists(query(where("_id").regex("^" + event)), "inbox"));
    }
}
