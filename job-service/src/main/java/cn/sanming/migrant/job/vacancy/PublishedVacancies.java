package cn.sanming.migrant.job.vacancy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// What everybody may read: the open vacancies, and for partners what has changed since they last asked.
@Component
public class PublishedVacancies {

    private static final List<String> SEEN =
            List.of("PUBLISHED", "SUSPENDED", "HIDDEN", "FILLED", "EXPIRED", "WITHDRAWN");

    private final MongoTemplate mongo;

    PublishedVacancies(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// Those that stand on a day and have one of the keys; to be closed.
    public Stream<PublicVacancy> having(List<String> keys, LocalDate day) {
        var open = Criteria.where("matchKeys")
                .in(keys)
                .and("expiresOn")
                .gte(day.toString())
                .and("openingsLeft")
                .gt(0);
        return mongo.stream(Query.query(open), Vacancy.class).map(PublicVacancy::of);
    }

    public Optional<PublicVacancy> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Vacancy.class))
                .filter(vacancy -> vacancy.state() == VacancyState.PUBLISHED)
                .map(PublicVacancy::of);
    }

    List<PublicVacancy> search(
            @Nullable String district, @Nullable String occupation, @Nullable String after, int limit) {
        var wanted = Criteria.where("file.state").is(VacancyState.PUBLISHED.name());
        if (district != null) {
            wanted = wanted.and("offer.district").is(district);
        }
        if (occupation != null) {
            wanted = wanted.and("offer.occupationCode").is(occupation);
        }
        if (after != null) {
            wanted = wanted.and("_id").gt(after);
        }
        return mongo.find(Query.query(wanted).with(Sort.by("_id")).limit(limit), Vacancy.class).stream()
                .map(PublicVacancy::of)
                .toList();
    }

    /// Changes after a point in the feed, oldest first; drafts were never seen and are no change.
    ///
    /// @param until what is younger is kept back: another instance may still be writing something older
    List<PublicVacancy> changedSince(Instant at, String id, Instant until, int limit) {
        var later = new Criteria()
                .orOperator(
                        Criteria.where("changedAt").gt(at),
                        Criteria.where("changedAt").is(at).and("_id").gt(id));
        var wanted = new Criteria()
                .andOperator(
                        Criteria.where("changedAt").gte(at).lte(until),
                        later,
                        Criteria.where("file.state").in(SEEN),
                        Criteria.where("publishedAt").exists(true));
        return mongo.find(Query.query(wanted).with(Sort.by("changedAt", "_id")).limit(limit), Vacancy.class).stream()
                .map(PublicVacancy::of)
                .toList();
    }
}
