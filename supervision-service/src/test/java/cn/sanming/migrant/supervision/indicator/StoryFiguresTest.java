package cn.sanming.migrant.supervision.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The figures of the four stories of the worked examples.
class StoryFiguresTest {

    private static final String SHAXIAN = "350405";

    private static void assertLateWages(Abacus city) {
        assertThat(city.breakdown("IND-15-D", "2024-04").get("ORANGE"))
                .isEqualTo(Map.of("workers", 23L, "amount", "157550.00"));
        assertThat(city.breakdown("IND-15-D", "2024-05").get("RED"))
                .isEqualTo(Map.of("workers", 23L, "amount", "157550.00"));
        assertThat(city.breakdown("IND-15-D", "2024-05").get("ORANGE"))
                .isEqualTo(Map.of("workers", 0L, "amount", "0.00"));
        assertThat(city.breakdown("IND-15-D", "2024-08").get("RED")).isEqualTo(Map.of("workers", 0L, "amount", "0.00"));
        assertThat(city.shown("IND-15-D", "2024-05")).isEqualTo("23");
        assertThat(city.shown("IND-15-B", "2024Q3")).isEqualTo("1.0000");
        assertThat(city.shown("IND-15-B", "2024Q2")).isEqualTo("none");
        assertThat(city.breakdown("IND-15-B", "2024Q3").get("WITHIN_60")).containsEntry("in_time", 1L);
        assertThat(city.breakdown("IND-15-E", "2024Q2").get("listed")).containsEntry("listed", 1L);
        assertThat(city.shown("IND-15-E", "2024Q2")).isEqualTo("1.0000");
        assertThat(city.breakdown("IND-15-E", "2025Q1").get("removed")).containsEntry("removed", 1L);
        assertThat(city.shown("IND-17-A", "2024Q3")).isEqualTo("1.0000");
        assertThat(city.shown("IND-17-C", "2024Q3")).isEqualTo("0.0000");
        assertThat(city.shown("IND-18-A", "2024-06")).isEqualTo("1.0000");
        assertThat(city.breakdown("IND-18-A", "2024-06").get("steps")).containsEntry("steps", 46L);
        assertThat(city.shown("IND-18-C", "2024-06")).isEqualTo("0");
        assertThat(city.shown("IND-18-E", "2024Q2")).isEqualTo("1.0000");
        assertThat(city.shown("IND-15-A", "2024-04")).isEqualTo("0.0000");
    }

    @Test
    void countsLateWagesFromAlertToBlacklistAndBack() {
        assertLateWages(StoryEvents.of("late_wages"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesTheSameFiguresWhateverTheOrderAndTheRepetitions(long seed) {
        assertLateWages(StoryEvents.of("late_wages").shuffled(seed));
        assertSkills(StoryEvents.of("skills").shuffled(seed));
        assertZeroFamily(StoryEvents.of("zero_family").shuffled(seed));
        for (var city : List.of(
                StoryEvents.of("late_wages"),
                StoryEvents.of("skills"),
                StoryEvents.of("zero_family"),
                StoryEvents.of("home_and_school"))) {
            var mixed = city.shuffled(seed);
            for (var definition : new Indicators().all()) {
                assertThat(new ArrayList<>(mixed.items(definition.id())))
                        .as(definition.id())
                        .containsExactlyInAnyOrderElementsOf(city.items(definition.id()));
            }
        }
    }

    private static void assertSkills(Abacus city) {
        assertThat(city.shown("IND-05-A", "2024")).isEqualTo("1");
        assertThat(city.shown("IND-06-A", "2024Q2")).isEqualTo("1.0000");
        assertThat(city.breakdown("IND-06-B", "2024").get("PAID"))
                .containsEntry("paid", 2L)
                .containsEntry("opened", 2L);
        assertThat(city.shown("IND-06-C", "2024Q2")).isEqualTo("1.0000");
        assertThat(city.shown("IND-19-B", "2024Q3")).isEqualTo("23");
    }

    @Test
    void countsTrainingAppraisalAndSubsidies() {
        assertSkills(StoryEvents.of("skills"));
    }

    private static void assertZeroFamily(Abacus city) {
        assertThat(city.shown("IND-02-A", "2024-08")).isEqualTo("0");
        assertThat(city.shown("IND-02-A", "2024-07")).isEqualTo("0");
        assertThat(city.breakdown("IND-02-C", "2024Q4").get("paid")).containsEntry("amount", "4697.24");
        assertThat(city.shown("IND-02-C", "2024Q4")).isEqualTo("1");
        assertThat(city.shown("IND-10-A", "2024", SHAXIAN)).isEqualTo("1.0000");
        assertThat(city.shown("IND-19-A", "2024", SHAXIAN)).isEqualTo("0.8939");
        assertThat(city.breakdown("IND-19-A", "2024").get("M02"))
                .containsEntry("paid", "44697.24")
                .containsEntry("allocated", "50000.00");
        assertThat(city.breakdown("IND-19-A", "2024").get("committed")).containsEntry("amount", "0.00");
    }

    @Test
    void countsTheZeroEmploymentFamilyAndItsPost() {
        assertZeroFamily(StoryEvents.of("zero_family"));
    }

    @Test
    void countsHomeAndSchoolPlace() {
        var city = StoryEvents.of("home_and_school");
        assertThat(city.shown("IND-09-A", "2024Q3")).isEqualTo("1.0000");
        assertThat(city.breakdown("IND-09-A", "2024Q3").get("LEASED")).containsEntry("qualified", 1L);
        assertThat(city.shown("IND-08-A", "2025")).isEqualTo("1.0000");
        assertThat(city.breakdown("IND-08-A", "2025").get("ADMITTED")).containsEntry("applications", 2L);
    }
}
