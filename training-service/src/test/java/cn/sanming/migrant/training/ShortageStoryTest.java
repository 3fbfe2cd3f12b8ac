package cn.sanming.migrant.training;

import static cn.sanming.migrant.training.Desk.COUNTY_OFFICER;
import static cn.sanming.migrant.training.Desk.ELECTRICIAN;
import static cn.sanming.migrant.training.Desk.HEAD;
import static cn.sanming.migrant.training.Desk.OFFICER;
import static cn.sanming.migrant.training.Desk.worker;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.ServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/// Editions of the shortage list, asked by the day of the facts and by the day of the knowledge.
@ServiceTest
@Import(Desk.class)
class ShortageStoryTest {

    private static final String WELDER = "6-18-02-04";
    private static final String NURSE = "4-10-01-06";

    @Autowired
    Desk desk;

    private JsonNode check(String occupation, String on, String knownOn) {
        return desk.anybodyGets("shortage-checks?occupation_code=" + occupation + "&on=" + on + "&known_on=" + knownOn)
                .body();
    }

    private static Map<String, Object> draft(String from, String... occupations) {
        var items = List.of(occupations).stream()
                .map(code -> (Object) Map.of("occupation_code", code))
                .toList();
        return new HashMap<>(Map.of("title", "三明市急需紧缺职业（工种）目录", "in_force_from", from, "occupations", items));
    }

    /// The editions lie far ahead, so that other stories keep the list of the policy file.
    @Test
    void answersByTheEditionInForceAndKnownOnTheDay() {
        assertThat(check(ELECTRICIAN, "2021-12-31", "2024-01-01").path("listed").asBoolean())
                .isFalse();
        assertThat(check(ELECTRICIAN, "2022-01-01", "2024-01-01").path("listed").asBoolean())
                .isTrue();
        desk.on("2030-01-10")
                .refused(COUNTY_OFFICER, "shortage-lists", draft("2030-02-01", WELDER), 403, "LIST_OF_THE_CITY");
        var path = "shortage-lists/"
                + desk.done(OFFICER, "shortage-lists", draft("2030-02-01", WELDER))
                        .text("/id");
        desk.done(OFFICER, path + "/amend", draft("2030-02-01", WELDER, NURSE, NURSE));
        desk.refused(OFFICER, path + "/publish", Map.of(), 422, "OCCUPATION_LISTED_TWICE");
        desk.done(OFFICER, path + "/amend", draft("2030-02-01", WELDER, NURSE));
        var published = desk.done(OFFICER, path + "/publish");
        desk.refused(OFFICER, path + "/amend", draft("2030-02-01", WELDER), 422, "LIST_IS_PUBLISHED");
        int edition = published.body().path("edition").asInt();
        assertThat(edition).isPositive();
        assertThat(check(WELDER, "2030-01-31", "2030-03-01").path("listed").asBoolean())
                .isFalse();
        assertThat(check(ELECTRICIAN, "2030-01-31", "2030-03-01").path("listed").asBoolean())
                .isTrue();
        assertThat(check(WELDER, "2030-02-01", "2030-01-09").path("edition").asInt())
                .isZero();
        var answer = check(WELDER, "2030-02-01", "2030-01-10");
        assertThat(answer.path("listed").asBoolean()).isTrue();
        assertThat(answer.path("edition").asInt()).isEqualTo(edition);
        assertThat(check(ELECTRICIAN, "2030-02-01", "2030-01-10").path("listed").asBoolean())
                .isFalse();
        replaces(edition);
        desk.everyQueryHasAnIndex();
    }

    private void replaces(int edition) {
        var dated = draft("2031-01-01");
        dated.put("occupations", List.of(Map.of("occupation_code", NURSE, "from", "2031-03-01", "to", "2031-06-01")));
        desk.on("2030-12-20");
        var early = "shortage-lists/"
                + desk.done(OFFICER, "shortage-lists", draft("2030-01-31", NURSE))
                        .text("/id");
        desk.refused(OFFICER, early + "/publish", Map.of(), 422, "EARLIER_THAN_LAST_EDITION");
        desk.done(OFFICER, early + "/discard");
        var path =
                "shortage-lists/" + desk.done(OFFICER, "shortage-lists", dated).text("/id");
        desk.done(HEAD, path + "/publish");
        assertThat(check(NURSE, "2030-12-31", "2031-01-01").path("edition").asInt())
                .isEqualTo(edition);
        assertThat(check(NURSE, "2031-02-28", "2031-07-01").path("listed").asBoolean())
                .isFalse();
        assertThat(check(NURSE, "2031-03-01", "2031-07-01").path("listed").asBoolean())
                .isTrue();
        assertThat(check(NURSE, "2031-05-31", "2031-07-01").path("listed").asBoolean())
                .isTrue();
        assertThat(check(NURSE, "2031-06-01", "2031-07-01").path("listed").asBoolean())
                .isFalse();
        desk.on("2031-08-01").done(HEAD, path + "/withdraw", Map.of("reason", "重复发布"));
        assertThat(check(NURSE, "2031-05-31", "2031-07-31").path("edition").asInt())
                .isEqualTo(edition + 1);
        assertThat(check(NURSE, "2031-05-31", "2031-08-01").path("edition").asInt())
                .isEqualTo(edition);
        assertThat(desk.get(worker("P-1"), path).text("/state")).isEqualTo("WITHDRAWN");
    }
}
