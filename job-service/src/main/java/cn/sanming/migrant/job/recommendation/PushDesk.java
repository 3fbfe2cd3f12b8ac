package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.job.employer.EmployerRegister;
import cn.sanming.migrant.job.vacancy.MatchKeys;
import cn.sanming.migrant.job.vacancy.PublicVacancy;
import cn.sanming.migrant.job.vacancy.PublishedVacancies;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Pushes a published vacancy to the seekers it fits: the index names the candidates, the rule counts their points,
/// and nobody gets more in a day than the policy recommends at once.
@Component
class PushDesk {

    private static final int BATCH = 500;

    private final MongoTemplate mongo;
    private final Seekers seekers;
    private final Recommendations made;
    private final RecommendationDesk desk;
    private final PublishedVacancies vacancies;
    private final EmployerRegister employers;
    private final Clock clock;
    private final Timer latency;

    private record Reached(String personId, int score) {}

    PushDesk(
            MongoTemplate mongo,
            Seekers seekers,
            Recommendations made,
            RecommendationDesk desk,
            PublishedVacancies vacancies,
            EmployerRegister employers,
            Clock clock,
            MeterRegistry meters) {
        this.mongo = mongo;
        this.seekers = seekers;
        this.made = made;
        this.desk = desk;
        this.vacancies = vacancies;
        this.employers = employers;
        this.clock = clock;
        this.latency = Timer.builder("job.push.latency")
                .description("from the publication of a vacancy to its last recommendation")
                .publishPercentiles(0.95)
                .register(meters);
    }

    /// Notes that a vacancy is to be pushed; the same publication again changes nothing.
    void plan(VacancyPush push) {
        try {
            mongo.insert(push);
        } catch (DuplicateKeyException _) {
            // planned before: the same event came again
        }
    }

    List<VacancyPush> pending() {
        return mongo.find(Query.query(Criteria.where("state").is(VacancyPush.State.PENDING.name())), VacancyPush.class);
    }

    /// Sends a planned push; done twice it reaches the same people once.
    VacancyPush send(VacancyPush push) {
        var context =
                new CommandContext(Actor.SYSTEM, clock.instant(), push.correlationId(), push.causeEventId(), null);
        var open = vacancies
                .find(push.vacancyId())
                .filter(vacancy -> vacancy.employerUscc() != null && !employers.isBlacklisted(vacancy.employerUscc()));
        var sent = open.isEmpty() ? push.sent(0, 0, context.at()) : send(push, open.get(), context);
        mongo.save(sent);
        latency.record(Duration.between(push.publishedAt(), clock.instant()).abs());
        return sent;
    }

    private VacancyPush send(VacancyPush push, PublicVacancy vacancy, CommandContext context) {
        var matching = desk.matchingOn(push.on());
        var keys = MatchKeys.of(
                Stream.ofNullable(vacancy.occupationCode()).toList(),
                Stream.ofNullable(vacancy.district()).toList());
        int candidates = 0;
        int left = 0;
        var batch = new ArrayList<Reached>();
        try (var near = seekers.having(MatchKeys.wanted(keys, matching.keysNeeded()))) {
            for (var seeker : (Iterable<SeekerProfile>) near::iterator) {
                candidates++;
                matching.score(seeker.seeker(), vacancy)
                        .ifPresent(score -> batch.add(new Reached(seeker.personId(), score)));
                if (batch.size() == BATCH) {
                    left += hand(batch, push, vacancy, matching, context);
                    batch.clear();
                }
            }
        }
        left += hand(batch, push, vacancy, matching, context);
        return push.sent(candidates, left, clock.instant());
    }

    private int hand(
            List<Reached> batch, VacancyPush push, PublicVacancy vacancy, Matching matching, CommandContext context) {
        if (batch.isEmpty()) {
            return 0;
        }
        var today =
                made.countOn(push.on(), batch.stream().map(Reached::personId).toList());
        return made.keep(batch.stream()
                        .filter(reached -> today.getOrDefault(reached.personId(), 0) < matching.most())
                        .map(reached -> Recommendation.made(
                                reached.personId(),
                                vacancy.id(),
                                vacancy.district(),
                                reached.score(),
                                Recommendation.Trigger.PERIODIC,
                                push.on(),
                                context))
                        .toList())
                .size();
    }
}
