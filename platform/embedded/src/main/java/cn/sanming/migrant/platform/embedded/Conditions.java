package cn.sanming.migrant.platform.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a query demands of each path, as far as an index understands it: certain values, a range, or mere existence.
/// Everything else (`$or`, patterns, `$elemMatch`, …) is not an index's business and only narrows the result later.
final class Conditions {

    private static final Set<String> LOWER = Set.of("$gt", "$gte");
    private static final Set<String> UPPER = Set.of("$lt", "$lte");

    private final Map<String, List<@Nullable Object>> values = new HashMap<>();
    private final Map<String, Object> lower = new HashMap<>();
    private final Map<String, Object> upper = new HashMap<>();
    private final Set<String> present = new HashSet<>();

    private Conditions() {}

    static Conditions of(Document query) {
        var conditions = new Conditions();
        conditions.add(query);
        return conditions;
    }

    /// The values one of which the path must have.
    @Nullable
    List<@Nullable Object> values(String path) {
        return values.get(path);
    }

    @Nullable
    Object lower(String path) {
        return lower.get(path);
    }

    @Nullable
    Object upper(String path) {
        return upper.get(path);
    }

    /// Whether the path must be there, with a value or with an explicit `null`.
    boolean present(String path) {
        return present.contains(path);
    }

    private void add(Document query) {
        query.forEach((path, condition) -> {
            if (path.equals("$and") && condition instanceof Collection<?> all) {
                all.forEach(one -> {
                    if (one instanceof Document document) {
                        add(document);
                    }
                });
            } else if (!path.startsWith("$")) {
                if (condition instanceof Document operators) {
                    operators.forEach((operator, operand) -> add(path, operator, operand));
                } else {
                    add(path, "$eq", condition);
                }
            }
        });
    }

    private void add(String path, String operator, @Nullable Object operand) {
        if (operator.equals("$eq") && BsonValues.isScalar(operand)) {
            values.putIfAbsent(path, one(operand));
        } else if (operator.equals("$in") && operand instanceof Collection<?> many) {
            if (many.stream().allMatch(BsonValues::isScalar)) {
                var points = new ArrayList<@Nullable Object>();
                many.forEach(value -> points.addAll(one(value)));
                values.putIfAbsent(path, points);
            }
        } else if (operator.equals("$exists") && Boolean.TRUE.equals(operand)) {
            present.add(path);
        } else if (operator.equals("$ne") && operand == null) {
            present.add(path);
        } else if (operand != null && BsonValues.isScalar(operand)) {
            if (LOWER.contains(operator)) {
                lower.putIfAbsent(path, one(operand).getFirst());
            } else if (UPPER.contains(operator)) {
                upper.putIfAbsent(path, one(operand).getFirst());
            }
        }
    }

    /// The value as it lies in an index, where numbers of all types are one.
    private static List<@Nullable Object> one(@Nullable Object value) {
        var list = new ArrayList<@Nullable Object>();
        new KeyValue(value).normalized().forEach(list::add);
        return list;
    }
}
