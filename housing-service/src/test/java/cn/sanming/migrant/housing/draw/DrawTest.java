package cn.sanming.migrant.housing.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.test.RuleTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DrawTest {

    private static final String SEED = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private final RuleTable rules = new RuleTable(new DrawReplay());

    private static Lot lot(int applicants, int beds) {
        var units = new ArrayList<String>();
        for (int i = 0; i < beds; i++) {
            units.add("un-%04d".formatted(i));
        }
        var entries = new ArrayList<Lot.Entry>();
        for (int i = 0; i < applicants; i++) {
            entries.add(new Lot.Entry("ha-%05d".formatted(i), i < 20 ? 1 : i < 70 ? 2 : 3));
        }
        return new Lot("ar-1", units, entries);
    }

    @Test
    void replaysATombolaOfAThousandForAHundredBeds() {
        var text = lot(1_000, 100).text();
        var begun = System.nanoTime();
        var first = Draw.of(SEED, text);
        for (int i = 0; i < 10; i++) {
            assertThat(Draw.of(SEED, text)).isEqualTo(first);
        }
        System.out.printf("a draw of 1,000 for 100: %.1f ms%n", (System.nanoTime() - begun) / 11e6);

        assertThat(first.order()).hasSize(1_000);
        var winners =
                first.order().stream().filter(place -> place.unitId() != null).toList();
        assertThat(winners).hasSize(100);
        assertThat(new HashSet<>(winners.stream().map(Draw.Place::unitId).toList()))
                .hasSize(100);
        assertThat(first.order().subList(0, 20)).allMatch(place -> place.priorityClass() == 1);
        assertThat(first.order().subList(20, 70)).allMatch(place -> place.priorityClass() == 2);
    }

    @Test
    void givesTheKnownResultForAKnownSeed() {
        var result = Draw.of(SEED, lot(4, 2).text());
        var listHash = Draw.sha256(
                "sanming-draw/1 ar-1\nunit un-0000\nunit un-0001\napplication ha-00000 1\napplication ha-00001 1\n"
                        + "application ha-00002 1\napplication ha-00003 1\n");
        assertThat(result.listHash()).isEqualTo(listHash);
        assertThat(result.order().getFirst().ticket())
                .isEqualTo(Draw.sha256(
                        SEED + ":" + listHash + ":" + result.order().getFirst().applicationId()));
    }

    @Test
    void drawsAnotherOrderWhenOneByteOfSeedOrListChanges() {
        var text = lot(1_000, 100).text();
        var drawn = Draw.of(SEED, text);
        var random = new Random(7);
        for (int i = 0; i < 20; i++) {
            var seed = changed(SEED, random.nextInt(SEED.length()));
            assertThat(Draw.of(seed, text).commitment()).isNotEqualTo(drawn.commitment());
            assertThat(Draw.of(seed, text).order()).isNotEqualTo(drawn.order());
        }
        var other = text.replace("application ha-00500 3", "application ha-00500 2");
        assertThat(Draw.of(SEED, other).listHash()).isNotEqualTo(drawn.listHash());
        assertThat(Draw.of(SEED, other).order()).isNotEqualTo(drawn.order());
    }

    private static String changed(String hex, int at) {
        char was = hex.charAt(at);
        return hex.substring(0, at) + (was == '0' ? '1' : '0') + hex.substring(at + 1);
    }

    @Test
    void tellsAnybodyWhetherSeedAndListAreThePublishedOnes() {
        var text = lot(30, 5).text();
        var published =
                Map.of("commitment", Draw.sha256(SEED), "list_hash", Draw.sha256(text), "seed", SEED, "list", text);
        assertThat(replay(published, "seed", SEED)).isTrue();
        assertThat(replay(published, "seed", changed(SEED, 63))).isFalse();
        assertThat(replay(published, "list", text.replace("ha-00029 2", "ha-00029 1")))
                .isFalse();
    }

    private boolean replay(Map<String, String> published, String field, String value) {
        var body = new HashMap<>(published);
        body.put(field, value);
        return rules.answer("PRH_DRAW", JsonMapper.shared().<JsonNode>valueToTree(body))
                .path("genuine")
                .asBoolean();
    }

    @Test
    void readsOnlyTheOneWrittenForm() {
        var text = lot(3, 1).text();
        assertThat(Lot.read(text).text()).isEqualTo(text);
        for (var wrong : List.of(
                "",
                text.stripTrailing(),
                text + "\n",
                text.replace("\n", "\r\n"),
                text.replace("ha-00001 1", "ha-00001 9"),
                text.replace("ha-00001", "ha-00000"),
                text + "unit un-9\n",
                "other " + text)) {
            assertThatThrownBy(() -> Lot.read(wrong)).isInstanceOf(UnfitFacts.class);
        }
    }

    @Test
    void passesOverWhoHasLeftAndNothingElse() {
        var result = Draw.of(SEED, lot(5, 2).text());
        var order = result.order();
        var one = new AllocationRound.Award(
                1, order.get(0).applicationId(), result.units().get(0));
        var three = new AllocationRound.Award(
                3, order.get(2).applicationId(), result.units().get(1));
        var gone = new AllocationRound.Passed(
                2, order.get(1).applicationId(), result.units().get(1), "WITHDRAWN", LocalDate.of(2024, 3, 2));
        assertThat(RoundAudit.agrees(result, List.of(one, three), List.of(gone), _ -> true))
                .isTrue();
        assertThat(RoundAudit.agrees(result, List.of(one, three), List.of(), _ -> true))
                .as("the second lost the home without having left")
                .isFalse();
        assertThat(RoundAudit.agrees(result, List.of(one, three), List.of(gone), _ -> false))
                .as("its file does not bear out that it left")
                .isFalse();
        assertThat(RoundAudit.agrees(result, List.of(three, one), List.of(gone), _ -> true))
                .as("every home as drawn")
                .isTrue();
        assertThat(RoundAudit.agrees(result, List.of(one), List.of(), _ -> true))
                .as("a home was kept back")
                .isFalse();
        assertThat(RoundAudit.agrees(
                        result,
                        List.of(new AllocationRound.Award(
                                1, order.get(3).applicationId(), result.units().get(0))),
                        List.of(),
                        _ -> true))
                .isFalse();
    }
}
