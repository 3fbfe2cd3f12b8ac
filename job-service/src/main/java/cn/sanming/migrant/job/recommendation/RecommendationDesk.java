package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.job.unemployment.UnemploymentRegister;
import cn.sanming.migrant.job.vacancy.PublicVacancy;
import cn.sanming.migrant.job.vacancy.PublishedVacancies;
import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Recommends the best open vacancies to a seeker: by points, then the newest, then by id.
@Component
class RecommendationDesk {

    private static final Comparator<Match> BEST_FIRST = Comparator.comparingInt(Match::score)
            .reversed()
            .thenComparing(Match::publishedAt, Comparator.reverseOrder())
            .thenComparing(match -> match.vacancy().id());

    private final MongoTemplate mongo;
    private final PublishedVacancies vacancies;
    private final UnemploymentRegister register;
    private final RuleBook rules;
    private final RecommendationScore score;

    private record Match(PublicVacancy vacancy, int score) {
        Instant publishedAt() {
            return vacancy.publishedAt() == null ? Instant.EPOCH : vacancy.publishedAt();
        }
    }

    RecommendationDesk(
            MongoTemplate mongo,
            PublishedVacancies vacancies,
            UnemploymentRegister register,
            RuleBook rules,
            RecommendationScore score) {
        this.mongo = mongo;
        this.vacancies = vacancies;
        this.register = register;
        this.rules = rules;
        this.score = score;
    }

    /// Makes today's recommendations to a seeker; made again, they are the same ones.
    List<Recommendation> recommend(String personId, Recommendation.Trigger trigger, Act act) {
        var profile = profile(personId);
        if (profile.isEmpty() || profile.get().occupationCodes().isEmpty()) {
            return List.of();
        }
        return best(profile.get(), act.today()).stream()
                .map(match -> keep(personId, match, trigger, act))
                .toList();
    }

    private List<Match> best(SeekerProfile profile, LocalDate on) {
        int most = rules.grounds().on(on).integer("job.recommend.top_n");
        try (var open = vacancies.openOn(on)) {
            return open.map(vacancy -> match(profile, vacancy, on))
                    .filter(Objects::nonNull)
                    .sorted(BEST_FIRST)
                    .limit(most)
                    .toList();
        }
    }

    private @Nullable Match match(SeekerProfile profile, PublicVacancy vacancy, LocalDate on) {
        if (vacancy.occupationCode() == null || vacancy.district() == null || vacancy.wageMax() == null) {
            return null;
        }
        var offered = new RecommendationScore.Vacancy(
                vacancy.occupationCode(),
                vacancy.district(),
                vacancy.wageMax(),
                vacancy.requiredLevel(),
                null,
                vacancy.openingsLeft(),
                vacancy.expiresOn(),
                null);
        var finding = rules.decide(score, new RecommendationScore.Facts(profile.seeker(), offered, on))
                .result();
        return finding.recommended() ? new Match(vacancy, finding.total()) : null;
    }

    private Recommendation keep(String personId, Match match, Recommendation.Trigger trigger, Act act) {
        var id = Recommendation.idOf(personId, match.vacancy().id(), trigger, act.today());
        var known = mongo.findById(id, Recommendation.class);
        if (known != null) {
            return known;
        }
        var made = Recommendation.made(
                personId, match.vacancy().id(), match.vacancy().district(), match.score(), trigger, act);
        try {
            return mongo.insert(made);
        } catch (DuplicateKeyException _) {
            return made;
        }
    }

    Optional<SeekerProfile> profile(String personId) {
        return Optional.ofNullable(mongo.findById(personId, SeekerProfile.class));
    }

    SeekerProfile keep(SeekerProfile profile) {
        return mongo.save(profile);
    }

    /// Takes over what the registration says about the person.
    void registered(String personId) {
        register.of(personId)
                .ifPresent(registered -> mongo.save(new SeekerProfile(
                        personId,
                        registered.occupationCodes(),
                        registered.skillLevel(),
                        registered.preferredDistricts() == null
                                ? List.of(registered.district())
                                : registered.preferredDistricts(),
                        registered.expectedMinWage(),
                        registered.birthDate(),
                        registered.retirementCategory(),
                        true)));
    }

    void learned(String personId, String occupationCode, @Nullable Integer level) {
        var profile = profile(personId).orElseGet(() -> SeekerProfile.empty(personId));
        mongo.save(profile.learned(occupationCode, level));
    }

    /// Once a week, everybody who wants to hear from us.
    void recommendToAll(Act act) {
        try (var all = mongo.stream(Query.query(Criteria.where("subscribed").is(true)), SeekerProfile.class)) {
            all.forEach(profile -> recommend(profile.personId(), Recommendation.Trigger.PERIODIC, act));
        }
    }
}
