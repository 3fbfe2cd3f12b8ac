package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Expression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query, read once and held against many documents. What it does not understand it refuses, also where there is no
/// document at all.
@FunctionalInterface
interface Filter {

    Filter EVERYTHING = (_, _) -> true;

    /// @param hit is told which element of an array was the one, for the positional operator `$`
    boolean test(Document document, Hit hit);

    default boolean matches(Document document) {
        return test(document, new Hit());
    }

    final class Hit {
        private int index = -1;

        void at(int element) {
            if (element >= 0) {
                index = element;
            }
        }

        int index() {
            return index;
        }
    }

    static Filter of(Document query) {
        var all = new ArrayList<Filter>();
        query.forEach((key, value) -> all.add(part(key, value)));
        return all(all);
    }

    private static Filter part(String key, @Nullable Object value) {
        return switch (key) {
            case "$and" -> all(each(key, value));
            case "$or" -> {
                var any = each(key, value);
                yield (document, hit) -> any.stream().anyMatch(one -> one.test(document, hit));
            }
            case "$nor" -> {
                var none = each(key, value);
                yield (document, _) -> none.stream().noneMatch(one -> one.matches(document));
            }
            case "$expr" -> (document, _) -> Utils.isTrue(Expression.evaluateDocument(value, document));
            case "$comment" -> EVERYTHING;
            case "$where", "$text", "$jsonSchema", "$alwaysTrue", "$alwaysFalse" -> throw Errors.notImplemented(key);
            default -> {
                if (key.startsWith("$")) {
                    throw Errors.badValue(
                            "unknown top level operator: " + key
                                    + ". If you have a field name that starts with a '$' symbol, consider using $getField or $setField.");
                }
                yield FieldFilter.of(key, value);
            }
        };
    }

    private static List<Filter> each(String operator, @Nullable Object value) {
        if (!(value instanceof List<?> parts)) {
            throw Errors.badValue(operator + " must be an array");
        }
        if (parts.isEmpty()) {
            throw Errors.badValue("$and/$or/$nor must be a nonempty array");
        }
        var filters = new ArrayList<Filter>();
        for (var part : parts) {
            if (!(part instanceof Document query)) {
                throw Errors.badValue("$or/$and/$nor entries need to be full objects");
            }
            filters.add(of(query));
        }
        return filters;
    }

    static Filter all(List<Filter> filters) {
        if (filters.size() == 1) {
            return filters.getFirst();
        }
        return (document, hit) -> {
            for (var filter : filters) {
                if (!filter.test(document, hit)) {
                    return false;
                }
            }
            return true;
        };
    }
}
