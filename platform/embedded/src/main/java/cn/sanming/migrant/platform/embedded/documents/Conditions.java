package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
                if (FieldFilter.isOperators(condition)) {
                    ((Document) condition).forEach((operator, operand) -> add(path, operator, operand));
                } else {
                    add(path, "$eq", condition);
                }
            }
        });
    }

    private void add(String path, String operator, @Nullable Object operand) {
        if (operator.equals("$eq") && isKey(operand)) {
            values.putIfAbsent(path, Collections.singletonList(operand));
        } else if (operator.equals("$in") && operand instanceof Collection<?> many) {
            if (many.stream().allMatch(Conditions::isKey)) {
                values.putIfAbsent(path, new ArrayList<>(many));
            }
        } else if (operator.equals("$exists") && Types.isTrue(operand)) {
            present.add(path);
        } else if (operator.equals("$ne") && operand == null) {
            present.add(path);
        } else if (operand != null && isKey(operand)) {
            if (LOWER.contains(operator)) {
                lower.putIfAbsent(path, operand);
            } else if (UPPER.contains(operator)) {
                upper.putIfAbsent(path, operand);
            }
        }
    }

    /// Whether the value lies in an index as it is. An array does not: its elements do.
    private static boolean isKey(@Nullable Object value) {
        return !(value instanceof Collection<?> || value instanceof BsonRegularExpression);
    }
}
