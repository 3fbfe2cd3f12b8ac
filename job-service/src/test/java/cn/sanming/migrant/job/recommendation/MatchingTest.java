package cn.sanming.migrant.job.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.job.vacancy.MatchKeys;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The index finds everybody the rule would recommend to, and latency is told by nearest rank.
class MatchingTest {

    private static final List<String> OCCUPATIONS =
            List.of("6-31-01-03", "6-31-01-09", "6-31-02-03", "6-30-01-03", "4-31-01-03");
    private static final List<String> DISTRICTS = List.of("350404", "350405", "350100");

    @Test
    void noPairWithoutACommonKeyReachesMoreThanTheIndexRelyOn() {
        for (var mine : OCCUPATIONS) {
            for (var offered : OCCUPATIONS) {
                for (var home : DISTRICTS) {
                    for (var place : DISTRICTS) {
                        var seeker = new RecommendationScore.Seeker(
                                mine, null, List.of(home), Money.of("3000.00"), 1, null, null);
                        var vacancy = new RecommendationScore.Vacancy(
                                offered, place, Money.of("9000.00"), null, null, null, null, null);
                        var total = RecommendationScore.points(seeker, vacancy).total();
                        var common = !Collections.disjoint(
                                MatchKeys.wanted(MatchKeys.of(List.of(mine), List.of(home)), true),
                                MatchKeys.wanted(MatchKeys.of(List.of(offered), List.of(place)), true));
                        assertThat(common || total <= RecommendationScore.MOST_WITHOUT_COMMON_KEY)
                                .as("%s in %s for %s in %s", mine, home, offered, place)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void keysAreNeededOnlyWhileTheMinimumIsAboveWhatAnyPairCanReach() {
        var on = LocalDate.of(2024, 6, 3);
        assertThat(new Matching(46, 10, on).keysNeeded()).isTrue();
        assertThat(new Matching(45, 10, on).keysNeeded()).isFalse();
        assertThat(MatchKeys.wanted(List.of("*", "d:350404"), false)).containsExactly("*");
    }

    @Test
    void tellsThe95thPercentileByNearestRank() {
        assertThat(PushController.percentile(List.of())).isNull();
        assertThat(PushController.percentile(List.of(7L))).isEqualTo(7);
        assertThat(PushController.percentile(
                        LongStream.rangeClosed(1, 20).boxed().toList()))
                .isEqualTo(19);
        assertThat(PushController.percentile(
                        LongStream.rangeClosed(1, 100).boxed().toList()))
                .isEqualTo(95);
    }
}
