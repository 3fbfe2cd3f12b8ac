package cn.sanming.migrant.platform.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A collection on a map, by `_id`.
final class StoreCollection extends AbstractSynchronizedMongoCollection<Object> {

    private final StoreMap documents;

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            StoreMap documents) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batchSize, @Nullable Document fields) {
        var search = bestSearch(query, order);
        if (search.isEmpty()) {
            return matchDocuments(query, order, skip, limit, batchSize, fields);
        }
        var positions = StreamSupport.stream(search.get().positions().spliterator(), false);
        return matchDocumentsFromStream(
                positions.map(this::getDocument),
                query,
                search.get().ordered() ? null : order,
                skip,
                limit,
                batchSize,
                fields);
    }

    private Optional<Search> bestSearch(Document query, @Nullable Document order) {
        var conditions = Conditions.of(query);
        return getIndexes().stream()
                .filter(SearchableIndex.class::isInstance)
                .flatMap(index -> Search.in((SearchableIndex) index, conditions, order).stream())
                .max(Comparator.comparingInt(Search::worth));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batchSize, @Nullable Document fields) {
        return matchDocumentsFromStream(all(), query, order, skip, limit, batchSize, fields);
    }

    /// The documents a pipeline begins with: all, or those of its first `$match`.
    @Override
    public Stream<Document> queryAllAsStream() {
        return PipelineStart.takeFor(getFullName())
                .map(match -> handleQueryAsStream(new Document("$query", match)))
                .orElseGet(this::all);
    }

    private Stream<Document> all() {
        return documents.values().map(BsonValues::decode);
    }

    @Override
    public synchronized int count(@Nullable Document query, int skip, int limit) {
        return super.count(query, skip, limit);
    }

    @Override
    public int count() {
        return Math.toIntExact(documents.size());
    }

    @Override
    protected Document getDocument(Object position) {
        return BsonValues.decode(documents.get(position));
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        var idField = getIdField();
        var position =
                idField == null ? UUID.randomUUID() : Missing.ofNullable(Utils.getSubdocumentValue(document, idField));
        var previous = documents.put(position, BsonValues.encode(document));
        if (previous != null) {
            throw new IllegalStateException("two documents for one place in " + getFullName());
        }
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document oldDocument, Document newDocument) {
        documents.put(position, BsonValues.encode(newDocument));
    }

    @Override
    protected void removeDocument(Object position) {
        documents.remove(position);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents
                .entries()
                .map(entry -> new DocumentWithPosition<>(BsonValues.decode(entry.value()), entry.key()));
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {
        throw new UnsupportedOperationException("sizes are not tracked");
    }

    @Override
    protected int getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        super.drop();
        documents.drop();
    }
}
