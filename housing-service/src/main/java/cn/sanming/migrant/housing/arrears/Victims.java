package cn.sanming.migrant.housing.arrears;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Who is a victim of open wage arrears (欠薪受害人), as far as the events told.
@Component
public class Victims {

    private final MongoTemplate mongo;

    Victims(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// The open arrears this person is owed, by id.
    public Set<String> openOf(String personId) {
        var query = Query.query(
                Criteria.where("personIds").is(personId).and("clearedOn").is(null));
        return mongo.find(query, OpenArrears.class).stream()
                .map(OpenArrears::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    public boolean has(String personId) {
        return !openOf(personId).isEmpty();
    }

    /// Who was owed in these arrears, open or not.
    public List<String> of(String arrearsId) {
        var found = mongo.findById(arrearsId, OpenArrears.class);
        return found == null ? List.of() : found.personIds();
    }

    /// Enters what was told, unless something newer is known already. Who was owed stays known after the clearing.
    public void enter(String arrearsId, long sequence, List<String> personIds, @Nullable LocalDate clearedOn) {
        var known = mongo.findById(arrearsId, OpenArrears.class);
        if (known == null) {
            mongo.insert(new OpenArrears(arrearsId, null, sequence, personIds, clearedOn));
            return;
        }
        if (sequence <= known.sequence()) {
            if (known.personIds().isEmpty() && !personIds.isEmpty()) {
                // the clearing overtook the detection: it did not say whose wages they were
                mongo.save(new OpenArrears(arrearsId, known.version(), known.sequence(), personIds, known.clearedOn()));
            }
            return;
        }
        mongo.save(new OpenArrears(
                arrearsId, known.version(), sequence, personIds.isEmpty() ? known.personIds() : personIds, clearedOn));
    }
}
