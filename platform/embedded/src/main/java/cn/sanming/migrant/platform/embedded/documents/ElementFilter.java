package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What `$elemMatch` asks of one element of an array: operators on the value itself, or a query on a document.
final class ElementFilter {

    private static final Set<String> OF_DOCUMENTS = Set.of("$and", "$or", "$nor");

    private ElementFilter() {}

    static Predicate<@Nullable Object> of(Document condition) {
        if (FieldFilter.isOperators(condition)
                && !OF_DOCUMENTS.contains(condition.keySet().iterator().next())) {
            return FieldFilter.values(condition);
        }
        var filter = Filter.of(condition);
        return value -> value instanceof Document document && filter.matches(document);
    }
}
