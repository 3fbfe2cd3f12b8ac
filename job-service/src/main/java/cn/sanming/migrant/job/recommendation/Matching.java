package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.job.vacancy.PublicVacancy;
import cn.sanming.migrant.platform.reference.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The points of pairs on one business date, by the same code as the rule RECOMMENDATION_SCORE (岗位匹配).
///
/// @param minimum points from which on a pair is recommended; @param most recommendations to one seeker
record Matching(int minimum, int most, LocalDate on) {

    private static final Comparator<Match> BEST_FIRST = Comparator.comparingInt(Match::score)
            .reversed()
            .thenComparing(Match::publishedAt, Comparator.reverseOrder())
            .thenComparing(match -> match.vacancy().id());

    /// A vacancy and its points for somebody.
    record Match(PublicVacancy vacancy, int score) {

        Instant publishedAt() {
            return vacancy.publishedAt() == null ? Instant.EPOCH : vacancy.publishedAt();
        }
    }

    static Matching of(Figures figures, LocalDate on) {
        return new Matching(figures.integer("job.recommend.min_score"), figures.integer("job.recommend.top_n"), on);
    }

    /// Whether a pair without a common key can never reach the minimum, so that the index finds all that can.
    boolean keysNeeded() {
        return minimum > RecommendationScore.MOST_WITHOUT_COMMON_KEY;
    }

    /// The points, if the vacancy is open to the seeker and they suffice.
    OptionalInt score(RecommendationScore.Seeker seeker, PublicVacancy vacancy) {
        var offered = offered(vacancy);
        if (offered == null || !RecommendationScore.open(seeker, offered, on)) {
            return OptionalInt.empty();
        }
        int total = RecommendationScore.points(seeker, offered).total();
        return total >= minimum ? OptionalInt.of(total) : OptionalInt.empty();
    }

    List<Match> best(RecommendationScore.Seeker seeker, Stream<PublicVacancy> open, Predicate<PublicVacancy> excluded) {
        return open.map(vacancy -> {
                    var score = score(seeker, vacancy);
                    return score.isPresent() ? new Match(vacancy, score.getAsInt()) : null;
                })
                .filter(Objects::nonNull)
                .sorted(BEST_FIRST)
                .filter(match -> !excluded.test(match.vacancy()))
                .limit(most)
                .toList();
    }

    private static RecommendationScore.@Nullable Vacancy offered(PublicVacancy vacancy) {
        if (vacancy.occupationCode() == null || vacancy.district() == null || vacancy.wageMax() == null) {
            return null;
        }
        return new RecommendationScore.Vacancy(
                vacancy.occupationCode(),
                vacancy.district(),
                vacancy.wageMax(),
                vacancy.requiredLevel(),
                null,
                vacancy.openingsLeft(),
                vacancy.expiresOn(),
                null);
    }
}
