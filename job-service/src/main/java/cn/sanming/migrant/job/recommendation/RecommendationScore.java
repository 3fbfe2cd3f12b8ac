package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.Retirement;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How well a vacancy fits a seeker (岗位匹配分): occupation 40, district 25, wage 20, skill 15; measure 1.
@PolicyRule(
        id = "RECOMMENDATION_SCORE",
        measure = "M01",
        zh = "岗位推荐评分",
        en = "How well a vacancy fits a seeker",
        clause = "measure 1: 为求职者推荐就业岗位信息")
final class RecommendationScore implements Rule<RecommendationScore.Facts, RecommendationScore.Finding> {

    /// The most points of a pair that shares neither an occupation group nor a place: 10 district, 20 wage, 15 skill.
    static final int MOST_WITHOUT_COMMON_KEY = 45;

    private static final String CLAUSE = "measure 1";
    private static final BigDecimal FULL_WAGE = BigDecimal.valueOf(20);

    record Facts(Seeker seeker, Vacancy vacancy, @Nullable LocalDate today) {}

    /// @param skillLevel 5 is the lowest, 1 the highest
    record Seeker(
            @Nullable String occupationCode,
            @Nullable List<String> occupationCodes,
            @Nullable List<String> preferredDistricts,
            @Nullable Money expectedMinWage,
            @Nullable Integer skillLevel,
            @Nullable LocalDate birthDate,
            Retirement.@Nullable Category retirementCategory) {}

    record Vacancy(
            String occupationCode,
            String district,
            Money wageMax,
            @Nullable Integer requiredLevel,
            @Nullable String state,
            @Nullable Integer openingsLeft,
            @Nullable LocalDate expiresOn,
            @Nullable Boolean employerBlacklisted) {}

    record Finding(int occupation, int district, int wage, int skill, int total, boolean recommended) {}

    /// The points of a pair, whatever they are needed for.
    record Points(int occupation, int district, int wage, int skill) {

        int total() {
            return occupation + district + wage + skill;
        }
    }

    static Points points(Seeker seeker, Vacancy vacancy) {
        return new Points(
                occupation(seeker, vacancy), district(seeker, vacancy), wage(seeker, vacancy), skill(seeker, vacancy));
    }

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var seeker = facts.seeker();
        var vacancy = facts.vacancy();
        var on = facts.today() == null ? context.today() : facts.today();
        var points = points(seeker, vacancy);
        int total = points.total();
        int minimum = context.on(on).integer("job.recommend.min_score");
        var open = context.step(
                CLAUSE,
                "the vacancy is open to this seeker",
                true,
                open(seeker, vacancy, on),
                open(seeker, vacancy, on));
        var enough = context.step(CLAUSE, "the points reach the minimum", minimum, total, total >= minimum);
        return new Finding(
                points.occupation(), points.district(), points.wage(), points.skill(), total, open && enough);
    }

    /// The hard filter: whether the vacancy is open at all, and to this seeker.
    static boolean open(Seeker seeker, Vacancy vacancy, LocalDate on) {
        return (vacancy.state() == null || vacancy.state().equals("PUBLISHED"))
                && (vacancy.openingsLeft() == null || vacancy.openingsLeft() > 0)
                && (vacancy.expiresOn() == null || !vacancy.expiresOn().isBefore(on))
                && !Boolean.TRUE.equals(vacancy.employerBlacklisted())
                && (seeker.birthDate() == null
                        || seeker.retirementCategory() == null
                        || Retirement.workingAge(seeker.birthDate(), seeker.retirementCategory(), on));
    }

    private static int occupation(Seeker seeker, Vacancy vacancy) {
        var codes = Stream.concat(
                        Stream.ofNullable(seeker.occupationCode()),
                        Stream.ofNullable(seeker.occupationCodes()).flatMap(List::stream))
                .toList();
        if (codes.isEmpty()) {
            throw new UnfitFacts(Reason.at("/seeker/occupation_code", "REQUIRED"));
        }
        return codes.stream()
                .mapToInt(code -> pointsForParts(commonParts(code, vacancy.occupationCode())))
                .max()
                .orElse(0);
    }

    private static int commonParts(String one, String other) {
        var left = one.split("-");
        var right = other.split("-");
        int common = 0;
        while (common < 4 && common < left.length && common < right.length && left[common].equals(right[common])) {
            common++;
        }
        return common;
    }

    private static int pointsForParts(int common) {
        return switch (common) {
            case 4 -> 40;
            case 3 -> 25;
            case 2 -> 10;
            default -> 0;
        };
    }

    private static int district(Seeker seeker, Vacancy vacancy) {
        if (seeker.preferredDistricts() != null && seeker.preferredDistricts().contains(vacancy.district())) {
            return 25;
        }
        return vacancy.district().startsWith("3504") ? 10 : 0;
    }

    private static int wage(Seeker seeker, Vacancy vacancy) {
        var expected = seeker.expectedMinWage();
        if (expected == null || vacancy.wageMax().atLeast(expected)) {
            return FULL_WAGE.intValue();
        }
        return vacancy.wageMax()
                .amount()
                .multiply(FULL_WAGE)
                .divide(expected.amount(), 0, RoundingMode.DOWN)
                .intValueExact();
    }

    private static int skill(Seeker seeker, Vacancy vacancy) {
        var required = vacancy.requiredLevel();
        return required == null || seeker.skillLevel() != null && seeker.skillLevel() <= required ? 15 : 0;
    }
}
