package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.housing.unit.Programme;
import cn.sanming.migrant.housing.unit.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The waiting lists (轮候册), one a county and programme: class, then day of qualification, then id.
@Component
public class WaitingList {

    private static final int PAGE = 200;

    private final MongoTemplate mongo;

    WaitingList(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// One line of the public list; nothing in it says who it is.
    public record Line(
            long position,
            String applicationId,
            int priorityClass,
            @Nullable LocalDate qualifiedOn) {}

    /// Where an application stands, from 1; nothing while it does not wait.
    Optional<Long> positionOf(HousingApplication application) {
        if (application.queue == null) {
            return Optional.empty();
        }
        return Optional.of(mongo.count(
                Query.query(Criteria.where("queue")
                        .is(application.queue)
                        .and("rank")
                        .lte(application.rank)),
                HousingApplication.class));
    }

    long length(HousingApplication application) {
        return mongo.count(Query.query(Criteria.where("queue").is(application.queue)), HousingApplication.class);
    }

    List<HousingApplication> page(String district, Programme programme, int skip, int limit) {
        return mongo.find(
                Query.query(Criteria.where("queue").is(queue(district, programme)))
                        .with(Sort.by("rank"))
                        .skip(skip)
                        .limit(limit),
                HousingApplication.class);
    }

    /// Who waits for a unit like this and was qualified by a day, in the order of the list.
    public List<HousingApplication> candidates(Unit unit, LocalDate qualifiedBy) {
        return mongo
                .find(
                        Query.query(Criteria.where("queue").is(queue(unit.district(), unit.programme())))
                                .with(Sort.by("rank")),
                        HousingApplication.class)
                .stream()
                .filter(waiting -> waiting.qualifiedOn != null && !waiting.qualifiedOn.isAfter(qualifiedBy))
                .filter(waiting -> Suitability.suits(unit, waiting))
                .toList();
    }

    /// The first before this one whom the unit would suit as well: the home is theirs first.
    Optional<HousingApplication> firstBefore(HousingApplication application, Unit unit) {
        for (int skip = 0; ; skip += PAGE) {
            var ahead = mongo.find(
                    Query.query(Criteria.where("queue")
                                    .is(application.queue)
                                    .and("rank")
                                    .lt(application.rank))
                            .with(Sort.by("rank"))
                            .skip(skip)
                            .limit(PAGE),
                    HousingApplication.class);
            var first = ahead.stream()
                    .filter(other -> Suitability.suits(unit, other))
                    .findFirst();
            if (first.isPresent() || ahead.size() < PAGE) {
                return first;
            }
        }
    }

    private static String queue(String district, Programme programme) {
        return district + "|" + programme;
    }
}
