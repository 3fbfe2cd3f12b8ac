package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.bson.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// `arrayFilters` of an update: for each name which elements it stands for.
final class ArrayFilters {

    private ArrayFilters() {}

    static Map<String, Predicate<@Nullable Object>> parse(@Nullable Object given, List<String> paths) {
        if (given == null) {
            return Map.of();
        }
        if (!(given instanceof List<?> list)) {
            throw Errors.typeMismatch(
                    "BSON field 'update.updates.arrayFilters' is the wrong type, expected type 'array'");
        }
        var filters = new HashMap<String, Predicate<@Nullable Object>>();
        for (var one : list) {
            if (!(one instanceof Document filter) || filter.isEmpty()) {
                throw Errors.failedToParse("Cannot use an expression without a top-level field name in arrayFilters");
            }
            var names = filter.keySet().stream()
                    .map(key -> Paths.split(key).getFirst())
                    .distinct()
                    .toList();
            if (names.size() > 1) {
                throw Errors.failedToParse(
                        "Error parsing array filter :: caused by :: Expected a single top-level field name, found '%s' and '%s'"
                                .formatted(names.get(0), names.get(1)));
            }
            var name = names.getFirst();
            if (!name.matches("[a-z][a-zA-Z0-9]*")) {
                throw Errors.badValue(
                        "Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '%s'"
                                .formatted(name));
            }
            var element = Filter.of(filter);
            if (filters.put(name, value -> element.matches(new Document(name, value))) != null) {
                throw Errors.failedToParse("Found multiple array filters with the same top-level field name " + name);
            }
            if (paths.stream().noneMatch(path -> path.contains("$[" + name + "]"))) {
                throw Errors.failedToParse(
                        "The array filter for identifier '%s' was not used in the update".formatted(name));
            }
        }
        return filters;
    }
}
