package cn.sanming.migrant.platform.embedded.storage;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// MongoDB's order of all values, which is total: first by type, then by value; numbers of all types are one type,
/// strings go by their UTF-8 bytes, arrays and documents element by element. What is missing counts as `null`.
public final class BsonOrder implements Comparator<@Nullable Object> {

    public static final BsonOrder ASCENDING = new BsonOrder();

    private static final int NULL = 5;
    private static final int NUMBER = 10;
    private static final int STRING = 15;
    private static final int DOCUMENT = 20;
    private static final int ARRAY = 25;
    private static final int BINARY = 30;

    /// Whole numbers up to here are exact as a `double`.
    private static final long EXACT = 1L << 53;

    private static final byte GENERIC = 0;
    private static final byte OLD_UUID = 3;
    private static final byte UUID_TYPE = 4;

    private BsonOrder() {}

    public static boolean equal(@Nullable Object a, @Nullable Object b) {
        return ASCENDING.compare(a, b) == 0;
    }

    /// The group of types a value belongs to: only values of one group are greater or less for a query.
    public static int type(@Nullable Object value) {
        return switch (value) {
            case MinKey _ -> -1;
            case EmptyArray _ -> 0;
            case null -> NULL;
            case Missing _ -> NULL;
            case Number _ -> NUMBER;
            case String _ -> STRING;
            case Map<?, ?> _ -> DOCUMENT;
            case Collection<?> _ -> ARRAY;
            case BinData _ -> BINARY;
            case UUID _ -> BINARY;
            case LegacyUUID _ -> BINARY;
            case ObjectId _ -> 35;
            case Boolean _ -> 40;
            case Instant _ -> 45;
            case BsonTimestamp _ -> 47;
            case BsonRegularExpression _ -> 50;
            case BsonJavaScript _ -> 60;
            case MaxKey _ -> 127;
            default -> throw new IllegalArgumentException("no place in the order for " + value.getClass());
        };
    }

    @Override
    public int compare(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return 0;
        }
        var types = Integer.compare(type(a), type(b));
        if (types != 0 || a == null || b == null) {
            return types;
        }
        return switch (a) {
            case String text -> compareText(text, (String) b);
            case Number number -> compareNumbers(number, (Number) b);
            case Map<?, ?> document -> compareDocuments(document, (Map<?, ?>) b);
            case Collection<?> array -> compareArrays(array, (Collection<?>) b);
            case ObjectId id -> Arrays.compareUnsigned(id.toByteArray(), ((ObjectId) b).toByteArray());
            case Boolean bool -> bool.compareTo((Boolean) b);
            case Instant instant -> instant.compareTo((Instant) b);
            case BsonTimestamp time -> Long.compareUnsigned(time.getValue(), ((BsonTimestamp) b).getValue());
            case BsonRegularExpression pattern -> comparePatterns(pattern, (BsonRegularExpression) b);
            case BsonJavaScript code -> compareText(code.getCode(), ((BsonJavaScript) b).getCode());
            default -> type(a) == BINARY ? compareBinary(a, b) : 0;
        };
    }

    /// As the UTF-8 bytes would be: characters outside of the basic plane come last.
    private static int compareText(String a, String b) {
        var shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            var left = a.charAt(i);
            var right = b.charAt(i);
            if (left != right) {
                var leftOutside = Character.isSurrogate(left);
                return leftOutside == Character.isSurrogate(right)
                        ? Character.compare(left, right)
                        : leftOutside ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static int compareNumbers(Number a, Number b) {
        if (isWhole(a) && isWhole(b)) {
            return Long.compare(a.longValue(), b.longValue());
        }
        var left = a.doubleValue();
        var right = b.doubleValue();
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return Boolean.compare(Double.isNaN(right), Double.isNaN(left));
        }
        var exact = Math.abs(left) < EXACT && Math.abs(right) < EXACT;
        if (!(a instanceof Decimal128 || b instanceof Decimal128) && exact
                || Double.isInfinite(left)
                || Double.isInfinite(right)) {
            return left < right ? -1 : left > right ? 1 : 0;
        }
        return decimal(a).compareTo(decimal(b));
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    private static BigDecimal decimal(Number number) {
        return switch (number) {
            case Decimal128 decimal ->
                decimal.equals(Decimal128.NEGATIVE_ZERO) ? BigDecimal.ZERO : decimal.toBigDecimal();
            case Double real -> new BigDecimal(real);
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    private int compareDocuments(Map<?, ?> a, Map<?, ?> b) {
        var right = b.entrySet().iterator();
        for (var left : a.entrySet()) {
            if (!right.hasNext()) {
                return 1;
            }
            var other = right.next();
            var order = Integer.compare(type(left.getValue()), type(other.getValue()));
            if (order == 0) {
                order = compareText((String) left.getKey(), (String) other.getKey());
            }
            if (order == 0) {
                order = compare(left.getValue(), other.getValue());
            }
            if (order != 0) {
                return order;
            }
        }
        return right.hasNext() ? -1 : 0;
    }

    private int compareArrays(Collection<?> a, Collection<?> b) {
        var right = b.iterator();
        for (var left : a) {
            if (!right.hasNext()) {
                return 1;
            }
            var order = compare(left, right.next());
            if (order != 0) {
                return order;
            }
        }
        return right.hasNext() ? -1 : 0;
    }

    private static int comparePatterns(BsonRegularExpression a, BsonRegularExpression b) {
        var order = compareText(a.getPattern(), b.getPattern());
        return order != 0 ? order : compareText(a.getOptions(), b.getOptions());
    }

    private static int compareBinary(Object a, Object b) {
        var left = bytes(a);
        var right = bytes(b);
        var order = Integer.compare(left.length, right.length);
        if (order == 0) {
            order = Byte.compare(subtype(a), subtype(b));
        }
        return order != 0 ? order : Arrays.compareUnsigned(left, right);
    }

    private static byte subtype(Object binary) {
        return binary instanceof UUID ? UUID_TYPE : binary instanceof LegacyUUID ? OLD_UUID : GENERIC;
    }

    private static byte[] bytes(Object binary) {
        return switch (binary) {
            case BinData data -> data.getData();
            case UUID uuid -> bytes(uuid);
            case LegacyUUID legacy -> bytes(legacy.getUuid());
            default -> throw new IllegalArgumentException("not binary: " + binary.getClass());
        };
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}
