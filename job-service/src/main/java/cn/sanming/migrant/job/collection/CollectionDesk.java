package cn.sanming.migrant.job.collection;

import cn.sanming.migrant.job.employer.Employer;
import cn.sanming.migrant.job.employer.EmployerRegister;
import cn.sanming.migrant.job.employer.Employers;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Asks every active employer once a period for its vacancies, takes the answers, and closes the round; measure 1.
@Component
class CollectionDesk implements DueWork {

    private static final int ATTEMPTS = 8;
    private static final int BATCH = 1_000;

    private final MongoTemplate mongo;
    private final Employers employers;
    private final EmployerRegister standings;
    private final RuleBook rules;

    /// @param byChannel how many answered through which door
    record Count(int asked, int answered, int vacancies, Map<Employer.Reach, Integer> byChannel) {}

    CollectionDesk(MongoTemplate mongo, Employers employers, EmployerRegister standings, RuleBook rules) {
        this.mongo = mongo;
        this.employers = employers;
        this.standings = standings;
        this.rules = rules;
    }

    @Override
    public String name() {
        return "collection-rounds";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(6, 0);
    }

    /// Begins the round of the period, asks who has not been asked yet, and freezes rounds whose last day has passed.
    @Override
    public List<DueStep> steps() {
        return List.of(
                DueStep.each(
                        "close",
                        CollectionRound.class,
                        date -> Criteria.where("closesOn")
                                .lt(date)
                                .and("closedOn")
                                .isNull(),
                        (id, day) -> close(id, day.date())),
                DueStep.once("begin", day -> begin(roundOf(day.date()))),
                DueStep.each(
                                "ask",
                                Employer.class,
                                _ -> Criteria.where("status").is(Employer.Status.ACTIVE.name()),
                                (uscc, day) -> ask(uscc, day.date()))
                        .on(date -> find(roundOf(date).id())
                                .filter(round -> round.openOn(date))
                                .isPresent()));
    }

    private CollectionRound roundOf(LocalDate date) {
        var period = CollectionPeriod.valueOf(rules.context().on(date).text("job.collection.period"));
        var month = period.roundOf(date);
        return CollectionRound.opened(month, date, period.closesOn(month));
    }

    private void ask(String uscc, LocalDate on) {
        var employer = employers.find(uscc).filter(Employer::isActive);
        if (employer.isPresent() && !standings.isBlacklisted(uscc)) {
            find(roundOf(on).id()).filter(round -> round.openOn(on)).ifPresent(round -> ask(round, employer.get(), on));
        }
    }

    private CollectionRound begin(CollectionRound round) {
        var known = find(round.id());
        if (known.isPresent()) {
            return known.get();
        }
        try {
            return mongo.insert(round);
        } catch (DuplicateKeyException _) {
            return find(round.id()).orElse(round);
        }
    }

    private void ask(CollectionRound round, Employer employer, LocalDate on) {
        var request = CollectionRequest.asked(round, employer, on);
        if (mongo.findById(request.id(), CollectionRequest.class) != null) {
            return;
        }
        try {
            mongo.insert(request);
        } catch (DuplicateKeyException _) {
            // another run has asked in the same moment
        }
    }

    private void close(String roundId, LocalDate date) {
        find(roundId).filter(round -> round.closedOn() == null).ifPresent(round -> {
            var count = count(round.id());
            mongo.save(round.counted(count.asked(), count.answered(), count.vacancies(), date));
        });
    }

    Optional<CollectionRound> find(String id) {
        return Optional.ofNullable(mongo.findById(id, CollectionRound.class));
    }

    List<CollectionRound> rounds() {
        return mongo.findAll(CollectionRound.class);
    }

    Count count(String roundId) {
        var channels = new EnumMap<Employer.Reach, Integer>(Employer.Reach.class);
        int asked = 0;
        int answered = 0;
        int vacancies = 0;
        try (var requests = mongo.stream(
                Query.query(Criteria.where("roundId").is(roundId)).cursorBatchSize(BATCH), CollectionRequest.class)) {
            for (var request : (Iterable<CollectionRequest>) requests::iterator) {
                asked++;
                vacancies += request.vacancies();
                if (request.answeredBy() != null) {
                    answered++;
                    channels.merge(request.answeredBy(), 1, Integer::sum);
                }
            }
        }
        return new Count(asked, answered, vacancies, new TreeMap<>(channels));
    }

    List<CollectionRequest> askedOf(String uscc) {
        return mongo.find(Query.query(Criteria.where("employerUscc").is(uscc)), CollectionRequest.class);
    }

    /// Takes an employer's answer; it may correct itself until the round closes.
    Outcome<CollectionRequest> answer(
            String id, CollectionRequest.Answer said, int vacancies, Employer.Reach by, LocalDate on) {
        var request = mongo.findById(id, CollectionRequest.class);
        if (request == null) {
            return Outcome.notFound();
        }
        var open = find(request.roundId()).filter(round -> round.openOn(on));
        if (open.isEmpty()) {
            return Outcome.refused(Refusal.Kind.DEADLINE_PASSED, Reason.of("ROUND_CLOSED"));
        }
        if (said == CollectionRequest.Answer.VACANCIES == (vacancies == 0)) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/vacancies", "ANSWER_AND_NUMBER_DISAGREE"));
        }
        return Outcome.done(change(request, known -> known.answered(said, vacancies, by, on)));
    }

    /// A vacancy was published while the round was open.
    void published(String uscc, String vacancyId, Employer.Reach by, LocalDate on) {
        for (var request : askedOf(uscc)) {
            if (find(request.roundId()).filter(round -> round.openOn(on)).isPresent()) {
                change(request, known -> known.published(vacancyId, by, on));
            }
        }
    }

    private CollectionRequest change(CollectionRequest request, UnaryOperator<CollectionRequest> change) {
        for (int attempt = 1; ; attempt++) {
            var known = attempt == 1 ? request : mongo.findById(request.id(), CollectionRequest.class);
            try {
                return mongo.save(change.apply(known == null ? request : known));
            } catch (OptimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
