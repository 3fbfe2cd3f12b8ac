package cn.sanming.migrant.job.recommendation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The recommendations made so far (推荐记录).
@Component
class Recommendations {

    private static final int NEWEST = 100;

    private final MongoTemplate mongo;

    Recommendations(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// Keeps those that are new; what was made before stays as it is.
    ///
    /// @return all of them as they now stand
    List<Recommendation> keep(List<Recommendation> made) {
        if (made.isEmpty()) {
            return List.of();
        }
        var kept = new ArrayList<Recommendation>();
        var known = known(made.stream().map(Recommendation::id).toList());
        kept.addAll(known.values());
        var fresh = made.stream().filter(one -> !known.containsKey(one.id())).toList();
        try {
            kept.addAll(mongo.insert(fresh, Recommendation.class));
        } catch (DuplicateKeyException _) {
            fresh.forEach(one -> kept.add(one(one)));
        }
        return kept;
    }

    private Map<String, Recommendation> known(List<String> ids) {
        var known = new HashMap<String, Recommendation>();
        mongo.find(Query.query(Criteria.where("_id").in(ids)), Recommendation.class)
                .forEach(one -> known.put(one.id(), one));
        return known;
    }

    private Recommendation one(Recommendation made) {
        var known = mongo.findById(made.id(), Recommendation.class);
        if (known != null) {
            return known;
        }
        try {
            return mongo.insert(made);
        } catch (DuplicateKeyException _) {
            return made;
        }
    }

    List<Recommendation> newestFor(String personId) {
        var query = Query.query(Criteria.where("personId").is(personId))
                .with(Sort.by(Sort.Direction.DESC, "madeAt", "score"))
                .limit(NEWEST);
        return mongo.find(query, Recommendation.class);
    }

    /// Vacancies the person does not want to hear of again.
    Set<String> declinedBy(String personId) {
        var query = Query.query(
                Criteria.where("personId").is(personId).and("file.state").is(Recommendation.Reaction.DECLINED.name()));
        return vacancies(query);
    }

    Set<String> sentTo(String personId, LocalDate since) {
        var query =
                Query.query(Criteria.where("personId").is(personId).and("on").gte(since.toString()));
        return vacancies(query);
    }

    private Set<String> vacancies(Query query) {
        query.fields().include("vacancyId");
        var ids = new HashSet<String>();
        for (var row : mongo.find(query, VacancyOnly.class, mongo.getCollectionName(Recommendation.class))) {
            ids.add(row.vacancyId());
        }
        return ids;
    }

    /// How many each of these people got on a day.
    Map<String, Integer> countOn(LocalDate day, Collection<String> people) {
        var query = Query.query(Criteria.where("personId").in(people).and("on").is(day.toString()));
        query.fields().include("personId");
        var counts = new HashMap<String, Integer>();
        for (var row : mongo.find(query, PersonOnly.class, mongo.getCollectionName(Recommendation.class))) {
            counts.merge(row.personId(), 1, Integer::sum);
        }
        return counts;
    }

    record VacancyOnly(String vacancyId) {}

    record PersonOnly(String personId) {}
}
