package cn.sanming.migrant.platform.cases;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/// Where cases lie: one document each. What no longer fits into a document's history is archived before it is saved,
/// under a number of its own, so that a cut between the two loses nothing and repeats nothing.
final class CaseStore {

    static final String OPENED_BY = "file.requests.opening.digest";

    private final MongoTemplate mongo;

    /// @param number the entry's place in the whole history
    @Document("case_history")
    record Archived(@Id String id, @Indexed String caseId, int number, CaseFile.Entry entry) {}

    CaseStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    <A extends CaseAggregate> @Nullable A find(Class<A> type, String id) {
        return mongo.findById(id, type);
    }

    /// The case that a keyed request has made, if any; the key is unique among cases of a kind.
    <A extends CaseAggregate> @Nullable A openedBy(Class<A> type, String digest) {
        return mongo.findOne(Query.query(Criteria.where(OPENED_BY).is(digest)), type);
    }

    <A extends CaseAggregate> A insert(A subject) {
        return mongo.insert(subject);
    }

    <A extends CaseAggregate> A save(A subject) {
        subject.file()
                .overflow()
                .forEach((number, entry) ->
                        mongo.save(new Archived(subject.id() + '#' + number, subject.id(), number, entry)));
        subject.file().forgetOverflow();
        return mongo.save(subject);
    }

    long versionOf(CaseAggregate subject) {
        var entity = mongo.getConverter().getMappingContext().getRequiredPersistentEntity(subject.getClass());
        var version = entity.getPropertyAccessor(subject).getProperty(entity.getRequiredVersionProperty());
        return version instanceof Number number ? number.longValue() : 0;
    }

    MongoTemplate mongo() {
        return mongo;
    }
}
