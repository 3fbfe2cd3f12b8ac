package cn.sanming.migrant.subsidy.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A refused start-up subsidy: why, what would change it, and the appeal that leads to a review by other people.
@ServiceTest
class AppealServiceTest {

    private static final String APPLICATIONS = "/api/v1/subsidies/applications";
    private static final String APPEALS = "/api/v1/subsidies/appeals";
    private static final Map<String, ?> WHY = Map.of("reason", "the register was wrong");

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void beginOnADay() {
        clock.set("2024-05-20");
    }

    private static Who officer(String id) {
        return Who.officer(id, null, "HR_OFFICER");
    }

    private String accepted(Who worker, String registeredOn) {
        var claim = Map.of(
                "kind", "STARTUP",
                "district", "350404",
                "employer_uscc", "91350404MA0FJM055C",
                "startup",
                        Map.of(
                                "is_migrant_worker",
                                true,
                                "first_business",
                                true,
                                "registered_on",
                                registeredOn,
                                "status",
                                "ACTIVE",
                                "abnormal_list",
                                false,
                                "tax_quarters_filed",
                                3,
                                "requested",
                                "10000.00"));
        var made = api.as(worker).post(APPLICATIONS, claim);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        var path = APPLICATIONS + "/" + made.text("/id");
        api.as(worker).post(path + "/submit", null);
        api.as(officer("u-17")).post(path + "/accept", null);
        return path;
    }

    private String rejected(Who worker, String registeredOn) {
        var path = accepted(worker, registeredOn);
        var answer = api.as(officer("u-23"))
                .post(path + "/reject", Map.of("reasons", List.of("OPERATED_LT_1_YEAR", "TAX_FILINGS_MISSING")));
        assertThat(answer.text("/decision_number")).as(answer.raw().body()).isEqualTo("1");
        return path;
    }

    private static Map<String, ?> against(String path, int number) {
        return Map.of(
                "application_id",
                path.substring(path.lastIndexOf('/') + 1),
                "decision_number",
                number,
                "grounds",
                "all four returns were filed");
    }

    @Test
    void tellsTheWorkerInPlainWordsWhyAndWhatWouldChangeIt() {
        var worker = Who.worker("P-why");
        var path = accepted(worker, "2023-06-01");
        var trial = api.as(worker).get(path + "/explanation");
        assertThat(trial.text("/provisional")).isEqualTo("true");
        assertThat(trial.text("/headline")).contains("试算", "2 项要求没有满足");

        api.as(officer("u-23"))
                .post(path + "/reject", Map.of("reasons", List.of("OPERATED_LT_1_YEAR", "TAX_FILINGS_MISSING")));
        var why = api.as(worker).get(path + "/explanation");
        assertThat(why.text("/headline")).isEqualTo("您申请的“一次性创业补贴”未获通过，因为有 2 项要求没有满足，逐项说明如下。");
        assertThat(why.text("/next")).contains("本决定编号 1", "2024年7月19日");
        assertThat(why.text("/rule")).isEqualTo("STARTUP_SUBSIDY");
        assertThat(why.text("/rule_version")).hasSize(12);
        assertThat(why.body().path("figures").findValuesAsString("id"))
                .contains("subsidy.startup.min_operation_months");
        var steps = why.body().path("steps");
        var failed = steps.valueStream()
                .filter(step -> !step.path("passed").asBoolean())
                .toList();
        assertThat(failed).hasSize(2);
        assertThat(failed.getFirst().path("text").asString()).isEqualTo("注册满一年的日期是 2024年6月1日，申请日 2024年5月20日 还不满一年。");
        assertThat(failed.getFirst().path("clause").asString()).contains("1年以上");
        assertThat(why.body().path("what_would_change_it").findValuesAsString("text"))
                .contains("从 2024年6月1日 起（当天即可）可以重新申请。");
        assertThat(why.text("/retry/from")).isEqualTo("2024-06-01");
        assertThat(why.text("/retry/eligible")).isEqualTo("false");

        var english = api.as(worker).with("Accept-Language", "en").get(path + "/explanation");
        assertThat(english.text("/headline")).contains("was refused because 2 conditions are not met");
        assertThat(english.text("/appeal_until")).isEqualTo("2024-07-19");
        assertThat(api.as(Who.worker("P-other")).get(path + "/explanation").status())
                .isEqualTo(404);
    }

    @Test
    void leadsAnUpheldAppealToAReviewByOtherPeople() {
        var worker = Who.worker("P-appeal");
        var path = rejected(worker, "2022-01-01");
        var old = api.as(worker).post(APPEALS, against(path, 2));
        assertThat(old.status()).isEqualTo(422);
        assertThat(old.text("/errors/0/code")).isEqualTo("NOT_THE_DECISION_THAT_STANDS");
        assertThat(api.as(Who.worker("P-other")).post(APPEALS, against(path, 1)).status())
                .isEqualTo(404);
        var appeal = api.as(worker).post(APPEALS, against(path, 1));
        assertThat(appeal.status()).as(appeal.raw().body()).isEqualTo(201);
        assertThat(api.as(worker).post(APPEALS, against(path, 1)).status()).isEqualTo(409);

        var uphold = APPEALS + "/" + appeal.text("/id") + "/uphold";
        assertThat(api.as(officer("u-23")).post(uphold, WHY).text("/code")).isEqualTo("FOUR_EYES");
        var upheld = api.as(officer("u-24")).post(uphold, WHY);
        assertThat(upheld.text("/state")).as(upheld.raw().body()).isEqualTo("UPHELD");
        assertThat(api.as(officer("u-24")).post(uphold, WHY).status()).isEqualTo(409);

        var again = APPLICATIONS + "/" + upheld.text("/reviewed_as");
        assertThat(api.as(worker).get(path).text("/state")).isEqualTo("REJECTED");
        assertThat(api.as(worker).get(again).text("/state")).isEqualTo("ACCEPTED");
        assertThat(api.as(worker).get(again).text("/submitted_on")).isEqualTo("2024-05-20");
        var refusal = Map.of("reasons", List.of("TAX_FILINGS_MISSING"));
        assertThat(api.as(officer("u-23")).post(again + "/reject", refusal).text("/code"))
                .isEqualTo("FOUR_EYES");
        assertThat(api.as(officer("u-17")).post(again + "/review_pass", null).text("/code"))
                .isEqualTo("FOUR_EYES");
        assertThat(api.as(officer("u-25")).post(again + "/review_pass", null).text("/code"))
                .isEqualTo("NOT_ELIGIBLE");
        assertThat(api.as(officer("u-25")).post(again + "/reject", refusal).text("/state"))
                .isEqualTo("REJECTED");
    }

    @Test
    void takesAnAppealUntilTheLastDayOnly() {
        var worker = Who.worker("P-late");
        var path = rejected(worker, "2022-01-01");
        clock.set("2024-07-22");
        assertThat(api.as(worker).post(APPEALS, against(path, 1)).text("/code")).isEqualTo("DEADLINE_PASSED");
        clock.set("2024-07-19");
        var appeal = api.as(worker).post(APPEALS, against(path, 1));
        assertThat(appeal.status()).isEqualTo(201);
        var dismissed = api.as(officer("u-24")).post(APPEALS + "/" + appeal.text("/id") + "/dismiss", WHY);
        assertThat(dismissed.text("/answer")).isEqualTo("the register was wrong");
        assertThat(dismissed.text("/reviewed_as")).isEmpty();
    }
}
