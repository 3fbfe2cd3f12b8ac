package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonOrder;
import cn.sanming.migrant.platform.embedded.storage.BsonValues;
import cn.sanming.migrant.platform.embedded.storage.StoreMap;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The documents of a collection, by `_id`, and their indexes.
final class StoreCollection {

    private final String namespace;
    private final StoreMap documents;
    private final IdKeys ids;
    private final Jitter jitter;
    private volatile List<KeyIndex> indexes;

    StoreCollection(String namespace, StoreMap documents, List<KeyIndex> indexes, Jitter jitter) {
        this.namespace = namespace;
        this.documents = documents;
        this.ids = new IdKeys(documents);
        this.indexes = List.copyOf(indexes);
        this.jitter = jitter;
    }

    String namespace() {
        return namespace;
    }

    long size() {
        return documents.size();
    }

    List<KeyIndex> indexes() {
        return indexes;
    }

    byte @Nullable [] stored(Object position) {
        return (byte[]) documents.get(position);
    }

    Document read(byte[] stored) {
        return BsonValues.decode(stored);
    }

    /// @param limit how many documents at most, 0 for all
    Finding find(Document query, @Nullable SortOrder order, UnaryOperator<Document> projection, long skip, long limit) {
        var filter = Filter.of(query);
        var search = Search.best(ids, indexes, Conditions.of(query), order);
        var way = jitter.around(search);
        var walk = new Walk(search.keys(), way.stretches(), way.descending());
        if (order == null || search.ordered()) {
            return new Finding(this, walk, filter, projection, skip, limit);
        }
        return new Finding(
                this, sorted(walk, filter, order, limit == 0 ? 0 : skip + limit), filter, projection, skip, limit);
    }

    private record Ranked(List<@Nullable Object> key, int arrival, Object position) {}

    /// Of each document only its place in the order is kept, and no more of them than are wanted.
    private Positions sorted(Walk walk, Filter filter, SortOrder order, long wanted) {
        Comparator<Ranked> byKey = (a, b) -> order.compareKeys(a.key, b.key);
        var ranking = byKey.thenComparing(Ranked::arrival);
        var ranked = new PriorityQueue<>(ranking.reversed());
        var arrivals = 0;
        for (var position = walk.next(); position != null; position = walk.next()) {
            var stored = stored(position);
            var document = stored == null ? null : read(stored);
            if (document != null && filter.matches(document)) {
                ranked.add(new Ranked(order.key(document), arrivals++, position));
                if (wanted > 0 && ranked.size() > wanted) {
                    ranked.poll();
                }
            }
        }
        var inOrder = new ArrayList<>(ranked);
        inOrder.sort(ranking);
        var remaining = inOrder.iterator();
        return new Positions() {
            @Override
            public @Nullable Object next() {
                return remaining.hasNext() ? remaining.next().position() : null;
            }

            @Override
            public void pause() {
                // an order once made stays as it is
            }
        };
    }

    /// The positions of all documents of a query.
    List<Object> positions(Document query, Filter filter, @Nullable SortOrder order, long limit) {
        var found = new ArrayList<Object>();
        var finding = find(query, order, UnaryOperator.identity(), 0, limit);
        while (!finding.isExhausted()) {
            finding.next(100).forEach(document -> found.add(positionOf(document)));
        }
        return found;
    }

    private static Object positionOf(Document document) {
        return Missing.ofNullable(document.get("_id"));
    }

    /// @return the document as it was inserted
    Document insert(Document given) {
        var document = withId(given);
        var stored = Sizes.toInsert(document);
        var position = positionOf(document);
        if (documents.get(position) != null) {
            throw DuplicateKey.of(namespace, IndexSpec.id(), Collections.singletonList(document.get("_id")));
        }
        var keys = indexes.stream().map(index -> index.keys(document)).toList();
        check(keys, position);
        documents.put(position, stored);
        for (int i = 0; i < indexes.size(); i++) {
            indexes.get(i).add(keys.get(i), position);
        }
        return document;
    }

    private void check(List<Collection<List<Object>>> keys, Object position) {
        for (int i = 0; i < indexes.size(); i++) {
            indexes.get(i).check(keys.get(i), position, namespace);
        }
    }

    private static Document withId(Document given) {
        var document = new Document("_id", given.containsKey("_id") ? given.get("_id") : new ObjectId());
        document.putAll(given);
        var id = document.get("_id");
        if (id instanceof Collection<?> || id instanceof BsonRegularExpression) {
            throw new MongoServerError(
                    53,
                    "InvalidIdField",
                    "The '_id' value cannot be of type " + (id instanceof Collection<?> ? "array" : "regex"));
        }
        if (id instanceof Document inner && inner.keySet().stream().anyMatch(key -> key.startsWith("$"))) {
            throw new MongoServerError(
                    52,
                    "DollarPrefixedFieldName",
                    "_id fields may not contain '$'-prefixed fields: "
                            + inner.keySet().iterator().next() + " is not valid for storage.");
        }
        return document;
    }

    /// @return whether anything is different now
    boolean replace(Object position, Document before, Document after) {
        var stored = Sizes.toUpdate(after);
        if (Arrays.equals(stored, stored(position))) {
            return false;
        }
        var old = indexes.stream().map(index -> index.keys(before)).toList();
        var keys = indexes.stream().map(index -> index.keys(after)).toList();
        check(keys, position);
        // whoever reads in between finds the document by its old keys or by its new ones
        for (int i = 0; i < indexes.size(); i++) {
            indexes.get(i).add(keys.get(i), position);
        }
        documents.put(position, stored);
        for (int i = 0; i < indexes.size(); i++) {
            indexes.get(i).remove(old.get(i), keys.get(i), position);
        }
        return true;
    }

    void delete(Object position, Document document) {
        indexes.forEach(index -> index.remove(index.keys(document), List.of(), position));
        documents.remove(position);
    }

    void addIndex(KeyIndex index) {
        for (var entries = documents.between(null, null, false); entries.hasNext(); ) {
            var entry = entries.next();
            var keys = index.keys(read((byte[]) entry.value()));
            index.check(keys, entry.key(), namespace);
            index.add(keys, entry.key());
        }
        var more = new ArrayList<>(indexes);
        more.add(index);
        indexes = List.copyOf(more);
    }

    void exchange(KeyIndex index, KeyIndex changed) {
        indexes = indexes.stream().map(one -> one == index ? changed : one).toList();
    }

    void dropIndex(KeyIndex index) {
        indexes = indexes.stream().filter(one -> one != index).toList();
        index.drop();
    }

    void drop() {
        indexes.forEach(KeyIndex::drop);
        indexes = List.of();
        documents.drop();
    }

    boolean hasIndex(@Nullable Object hint) {
        return hint instanceof String name
                ? name.equals("_id_")
                        || indexes.stream()
                                .anyMatch(index -> index.spec().name().equals(name))
                : BsonOrder.equal(hint, IndexSpec.id().key())
                        || indexes.stream()
                                .anyMatch(index -> BsonOrder.equal(index.spec().key(), hint));
    }
}
