package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The names and numbers of BSON's types.
final class Types {

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "double"),
            Map.entry(2, "string"),
            Map.entry(3, "object"),
            Map.entry(4, "array"),
            Map.entry(5, "binData"),
            Map.entry(6, "undefined"),
            Map.entry(7, "objectId"),
            Map.entry(8, "bool"),
            Map.entry(9, "date"),
            Map.entry(10, "null"),
            Map.entry(11, "regex"),
            Map.entry(12, "dbPointer"),
            Map.entry(13, "javascript"),
            Map.entry(14, "symbol"),
            Map.entry(15, "javascriptWithScope"),
            Map.entry(16, "int"),
            Map.entry(17, "timestamp"),
            Map.entry(18, "long"),
            Map.entry(19, "decimal"),
            Map.entry(-1, "minKey"),
            Map.entry(127, "maxKey"));

    private Types() {}

    static String name(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Missing _ -> "missing";
            case Double _ -> "double";
            case String _ -> "string";
            case Document _ -> "object";
            case Collection<?> _ -> "array";
            case BinData _ -> "binData";
            case UUID _ -> "binData";
            case LegacyUUID _ -> "binData";
            case ObjectId _ -> "objectId";
            case Boolean _ -> "bool";
            case Instant _ -> "date";
            case BsonRegularExpression _ -> "regex";
            case BsonJavaScript _ -> "javascript";
            case Integer _ -> "int";
            case BsonTimestamp _ -> "timestamp";
            case Long _ -> "long";
            case Decimal128 _ -> "decimal";
            case MinKey _ -> "minKey";
            case MaxKey _ -> "maxKey";
            default -> throw new IllegalArgumentException("no type of BSON: " + value.getClass());
        };
    }

    static List<String> parse(@Nullable Object operand) {
        if (operand instanceof List<?> many) {
            if (many.isEmpty()) {
                throw Errors.failedToParse("$type must match at least one type");
            }
            var types = new ArrayList<String>();
            many.forEach(one -> types.addAll(parse(one)));
            return types;
        }
        if (operand instanceof Number number) {
            var name = NAMES.get(number.intValue());
            if (name == null || number.doubleValue() != number.intValue()) {
                throw Errors.badValue("Invalid numerical type code: " + number);
            }
            return List.of(name);
        }
        if (operand instanceof String name) {
            if (name.equals("number")) {
                return List.of("int", "long", "double", "decimal");
            }
            if (!NAMES.containsValue(name)) {
                throw Errors.badValue("Unknown type name alias: " + name);
            }
            return List.of(name);
        }
        throw Errors.typeMismatch("type must be represented as a number or a string");
    }

    static boolean isOneOf(@Nullable Object value, List<String> types) {
        return types.contains(name(value));
    }

    static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Missing _ -> false;
            case Boolean bool -> bool;
            case Number number -> number.doubleValue() != 0;
            default -> true;
        };
    }
}
