package cn.sanming.migrant.platform.embedded.storage;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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
public final class BsonValues extends BasicDataType<Object> {

    static final BsonValues INSTANCE = new BsonValues();

    // beside the types of BSON
    private static final byte TEXT = 0x60;
    private static final byte BYTES = 0x61;
    private static final byte LIST = 0x62;
    private static final byte MISSING = 0x63;
    private static final byte EMPTY = 0x64;

    private static final int REFERENCE = 24;

    private BsonValues() {}

    @Override
    public int compare(@Nullable Object a, @Nullable Object b) {
        return BsonOrder.ASCENDING.compare(a, b);
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
            case EmptyArray _ -> target.put(EMPTY);
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
            case EMPTY -> EmptyArray.EMPTY_ARRAY;
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
    public static byte[] encode(Document document) {
        var encoded = Unpooled.buffer(1024);
        BsonEncoder.encodeDocument(document, encoded);
        return Arrays.copyOf(encoded.array(), encoded.writerIndex());
    }

    /// A document of its own for the caller, who may change it.
    public static Document decode(Object bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer((byte[]) bytes));
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
