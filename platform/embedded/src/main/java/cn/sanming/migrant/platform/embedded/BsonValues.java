package cn.sanming.migrant.platform.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/// How keys and documents lie in the file, and the total order of keys, which is MongoDB's.
///
/// A document is kept as the bytes of its BSON, and decoded anew for everyone who reads it: nobody can change it.
///
/// The key of an index is a list; it is ordered by its first value, then its second, and so on, and a list that is
/// the beginning of another comes first.
final class BsonValues extends BasicDataType<Object> {

    static final BsonValues INSTANCE = new BsonValues();

    // beside the types of BSON
    private static final byte TEXT = 0x60;
    private static final byte BYTES = 0x61;
    private static final byte LIST = 0x62;
    private static final byte MISSING = 0x63;

    private static final int REFERENCE = 24;

    private BsonValues() {}

    /// Whether an index can be asked for this value: everything except documents, arrays and patterns.
    static boolean isScalar(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Instant
                || value instanceof ObjectId
                || value instanceof UUID;
    }

    @Override
    public int compare(@Nullable Object a, @Nullable Object b) {
        if (a instanceof List<?> left && b instanceof List<?> right) {
            return compareLists(left, right);
        }
        return compareValues(a, b);
    }

    private static int compareLists(List<?> left, List<?> right) {
        var shared = Math.min(left.size(), right.size());
        for (int i = 0; i < shared; i++) {
            var order = compareValues(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int compareValues(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String left && b instanceof String right) {
            return left.compareTo(right);
        }
        var rank = Integer.compare(rank(a), rank(b));
        if (rank != 0 || a == b) {
            return rank;
        }
        return switch (a) {
            case Number number -> ValueComparator.asc().compare(number, b);
            case Instant instant -> instant.compareTo((Instant) b);
            case Boolean bool -> bool.compareTo((Boolean) b);
            case null, default -> compareEncoded(a, b);
        };
    }

    private static int rank(@Nullable Object value) {
        return switch (value) {
            case MinKey _ -> 0;
            case null -> 1;
            case Missing _ -> 1;
            case Number _ -> 2;
            case String _ -> 3;
            case Map<?, ?> _ -> 4;
            case Collection<?> _ -> 5;
            case ObjectId _ -> 7;
            case Boolean _ -> 8;
            case Instant _ -> 9;
            case BsonTimestamp _ -> 10;
            case MaxKey _ -> 12;
            // binary data and UUIDs, and what nobody uses as a key
            default -> 6;
        };
    }

    private static int compareEncoded(@Nullable Object a, @Nullable Object b) {
        if (rank(a) == 1) {
            return 0;
        }
        return Arrays.compareUnsigned(encode(a), encode(b));
    }

    @Override
    public int getMemory(@Nullable Object value) {
        return switch (value) {
            case String text -> REFERENCE + 2 * text.length();
            case byte[] bytes -> REFERENCE + bytes.length;
            case Collection<?> values -> {
                var size = 2 * REFERENCE;
                for (var element : values) {
                    size += getMemory(element);
                }
                yield size;
            }
            case null, default -> REFERENCE;
        };
    }

    @Override
    public void write(WriteBuffer target, @Nullable Object value) {
        switch (value) {
            case String text -> {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                target.put(TEXT).putVarInt(bytes.length).put(bytes);
            }
            case byte[] bytes -> target.put(BYTES).putVarInt(bytes.length).put(bytes);
            case List<?> list -> {
                target.put(LIST).putVarInt(list.size());
                list.forEach(element -> write(target, element));
            }
            case Missing _ -> target.put(MISSING);
            case null, default -> target.put(encode(value));
        }
    }

    @Override
    public @Nullable Object read(ByteBuffer source) {
        var type = source.get();
        return switch (type) {
            case TEXT -> new String(bytes(source), StandardCharsets.UTF_8);
            case BYTES -> bytes(source);
            case LIST -> list(source);
            case MISSING -> Missing.getInstance();
            default -> {
                var rest = Unpooled.wrappedBuffer(source);
                var value = BsonDecoder.decodeValue(type, rest);
                source.position(source.position() + rest.readerIndex());
                yield value;
            }
        };
    }

    private static byte[] bytes(ByteBuffer source) {
        var bytes = new byte[DataUtils.readVarInt(source)];
        source.get(bytes);
        return bytes;
    }

    private List<@Nullable Object> list(ByteBuffer source) {
        var size = DataUtils.readVarInt(source);
        var list = new ArrayList<@Nullable Object>(size);
        for (int i = 0; i < size; i++) {
            list.add(read(source));
        }
        return list;
    }

    private static byte[] encode(@Nullable Object value) {
        var encoded = Unpooled.buffer();
        var type = BsonEncoder.determineType(value);
        encoded.writeByte(type);
        BsonEncoder.encodeValue(type, value, encoded);
        return Arrays.copyOf(encoded.array(), encoded.writerIndex());
    }

    /// A document as it lies on the map.
    static byte[] encode(Document document) {
        var encoded = Unpooled.buffer(1024);
        BsonEncoder.encodeDocument(document, encoded);
        return Arrays.copyOf(encoded.array(), encoded.writerIndex());
    }

    /// A document of its own for the caller, who may change it.
    static Document decode(Object bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer((byte[]) bytes));
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
