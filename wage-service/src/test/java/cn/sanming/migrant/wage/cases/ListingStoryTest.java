package cn.sanming.migrant.wage.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who is listed and published, who is not, and who comes off the list again.
@ServiceTest
class ListingStoryTest extends CaseSteps {

    @Test
    void waivesTheListingOfAnEmployerThatPaidBeforeTheDecision() {
        var firm = firm();
        var workers = workers(firm, 10);
        var path = investigated(firm, workers, "5000.00");
        defaulted(path);
        var entry = ENTRIES + '/' + api.as(HEAD).get(path).text("/blacklist_entry");
        clock.set("2024-06-14");
        assertThat(codes(post(HEAD, entry + "/serve_notice", Map.of()))).containsExactly("RESPONSIBLE_PERSONS_MISSING");
        var registered = api.as(HEAD)
                .put(
                        "/api/v1/wages/employers/" + firm,
                        Map.of("name", "三明测试劳务有限公司", "address", "三明市", "legal_representative", "测试乙"));
        assertThat(registered.status()).isEqualTo(200);
        assertThat(done(HEAD, entry + "/serve_notice", Map.of()).text("/persons/0/name"))
                .isEqualTo("测试乙");
        assertThat(codes(post(HEAD, entry + "/waive", null))).containsExactly("NOT_PAID_IN_FULL", "COMMITMENT_MISSING");

        done(
                Who.firm(firm),
                path + "/pay_full",
                Map.of("receipts", List.of(receipt("R-9", "2024-06-14", workers, "5000.00"))));
        done(Who.firm(firm), entry + "/commit", Map.of("text", "书面承诺"));
        assertThat(done(HEAD, entry + "/waive", null).text("/state")).isEqualTo("NOT_LISTED");
    }

    @Test
    void publishesAViolationOnlyWithoutPersonalData() {
        var firm = firm();
        clock.set("2024-07-10");
        var draft = done(
                INSPECTOR,
                NOTICES,
                Map.of(
                        "employer_uscc", firm,
                        "ground", "LARGE_ARREARS",
                        "decision_final_on", "2024-07-03",
                        "full_name", "三明测试劳务有限公司",
                        "address", "三明市三元区测试路1号",
                        "legal_representative", "测试丙",
                        "facts", "拖欠农民工张三、李四工资，联系电话 138 0013 8000",
                        "handling", "责令支付并加付赔偿金"));
        var path = NOTICES + '/' + draft.text("/id");
        var refused = post(HEAD, path + "/approve", null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(codes(refused)).containsExactly("PHONE_NUMBER", "LIST_OF_WORKERS");
        assertThat(refused.raw().body()).doesNotContain("8000", "张三");
        assertThat(post(HEAD, path + "/publish", null).status()).isEqualTo(409);

        done(INSPECTOR, path + "/revise", Map.of("facts", "拖欠23名农民工2024年3月工资157550.00元"));
        done(HEAD, path + "/approve", null);
        done(HEAD, path + "/publish", null);
        var published = awaited("wage.violation.published", draft.text("/id"));
        assertThat(published.path("quarter").asString()).isEqualTo("2024Q3");
        assertThat(api.get("/api/v1/wages/violations?quarter=2024Q3").raw().body())
                .contains(firm);
        assertThat(api.get("/api/v1/wages/violations?quarter=2024Q2").raw().body())
                .doesNotContain(firm);
        assertThat(api.get("/api/v1/wages/violations?quarter=Q3").status()).isEqualTo(400);

        done(HEAD, path + "/withdraw", Map.of("reason", "决定被撤销"));
        assertThat(api.get("/api/v1/wages/violations").raw().body()).doesNotContain(firm);
    }

    @Test
    void acceptsABadCheckCharacterOnlyOnAnOfficersWord() {
        var good = firm();
        var bad = good.substring(0, 17) + (good.endsWith("0") ? "1" : "0");
        var path = "/api/v1/wages/employers/" + bad;
        assertThat(codes(api.as(HEAD).put(path, Map.of("name", "旧码单位")))).containsExactly("CREDIT_CODE_CHECK_CHAR");
        assertThat(api.as(Who.firm(good)).put(path, Map.of("name", "x")).status())
                .isEqualTo(403);
        assertThat(post(INSPECTOR, CASES, Map.of("employer_uscc", bad)).status())
                .isEqualTo(400);

        var accepted = api.as(HEAD).put(path, Map.of("name", "旧码单位", "manual_override", "已查验营业执照"));
        assertThat(accepted.status()).isEqualTo(200);
        done(INSPECTOR, CASES, Map.of("employer_uscc", bad));
        assertThat(api.as(Who.firm(good)).get(path).status()).isEqualTo(403);
        assertThat(api.as(HEAD).get(path).text("/employer/manual_override/by")).isEqualTo("head-1");
    }

    @Test
    void takesARefusedEmployerOffTheListWhenTheOrderIsRevoked() {
        var firm = firm();
        var workers = workers(firm, 1);
        var path = investigated(firm, workers, "2000.00");
        clock.set("2024-05-30");
        done(HEAD, path + "/order_pay", Map.of());
        clock.set("2024-06-07");
        night("order-deadlines", "2024-06-07");
        var caseId = path.substring(CASES.length() + 1);
        assertThat(codes(post(HEAD, ENTRIES, Map.of("case_id", caseId, "ground", "SEVERE_IMPACT"))))
                .containsExactly("LISTING_GROUND_NOT_MET");
        done(
                HEAD,
                path + "/record_incident",
                Map.of("kind", "GROUP", "occurred_on", "2024-06-07", "description", "群体性事件"));
        night("order-deadlines", "2024-06-08");
        var entry = ENTRIES + '/' + api.as(HEAD).get(path).text("/blacklist_entry");
        assertThat(post(HEAD, ENTRIES, Map.of("case_id", caseId, "ground", "SEVERE_IMPACT"))
                        .status())
                .isEqualTo(409);

        clock.set("2024-06-14");
        done(HEAD, entry + "/serve_notice", Map.of("persons", List.of(Map.of("name", "测试丁", "role", "MANAGER"))));
        done(Who.firm(firm), entry + "/object", Map.of("statement", "已经支付"));
        done(HEAD, entry + "/reject_objection", Map.of("reason", "不成立"));
        done(HEAD, entry + "/extend", Map.of("reason", "案情复杂"));
        clock.set("2024-06-20");
        assertThat(done(HEAD, entry + "/list", null).text("/ground")).isEqualTo("SEVERE_IMPACT");
        assertThat(codes(post(HEAD, entry + "/annul", Map.of("reason", "撤销")))).containsExactly("ORDER_NOT_REVOKED");

        done(HEAD, path + "/revoke_order", Map.of("reason", "主体错误"));
        assertThat(done(HEAD, entry + "/annul", Map.of("reason", "撤销")).text("/removal/reason"))
                .isEqualTo("ANNULLED");
    }
}
