package cn.sanming.migrant.platform.embedded;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.WriteBuffer;

/// What commands did to the maps, as records for the [Journal]: one per command, each entry saying what a key is now.
final class Changes {

    private static final byte PUT = 1;
    private static final byte REMOVE = 2;
    private static final byte DROP = 3;

    private static final int NONE = -1;

    private final WriteBuffer records = new WriteBuffer();
    private int start = NONE;

    void begin() {
        start = records.position();
        records.putInt(0).putInt(0);
    }

    /// @return whether the command changed anything at all
    boolean end() {
        var size = records.position() - start - Journal.HEADER;
        if (size == 0) {
            records.position(start);
        } else {
            var body = records.getBuffer().duplicate();
            body.position(start + Journal.HEADER).limit(start + Journal.HEADER + size);
            records.putInt(start, size).putInt(start + 4, Journal.checksum(body));
        }
        start = NONE;
        return size > 0;
    }

    void put(String map, Object key, Object value) {
        add(PUT, map, key, value);
    }

    void remove(String map, Object key) {
        add(REMOVE, map, key);
    }

    void drop(String map) {
        add(DROP, map);
    }

    private void add(byte kind, String map, Object... values) {
        if (start == NONE) {
            throw new IllegalStateException("a change outside of a command: " + map);
        }
        var entry = records.position();
        try {
            var name = map.getBytes(StandardCharsets.UTF_8);
            records.put(kind).putVarInt(name.length).put(name);
            for (var value : values) {
                BsonValues.INSTANCE.write(records, value);
            }
        } catch (RuntimeException e) {
            // a value that cannot be kept must not leave half an entry behind
            records.position(entry);
            throw e;
        }
    }

    /// All records so far, to be written; then [#clear()].
    ByteBuffer records() {
        return records.getBuffer().duplicate().flip();
    }

    void clear() {
        records.clear();
    }

    static void replay(ByteBuffer record, Function<String, MVMap<Object, Object>> maps) {
        while (record.hasRemaining()) {
            var kind = record.get();
            var name = new byte[DataUtils.readVarInt(record)];
            record.get(name);
            var map = maps.apply(new String(name, StandardCharsets.UTF_8));
            switch (kind) {
                case PUT -> map.put(BsonValues.INSTANCE.read(record), BsonValues.INSTANCE.read(record));
                case REMOVE -> map.remove(BsonValues.INSTANCE.read(record));
                case DROP -> map.getStore().removeMap(map);
                default -> throw new IllegalStateException("journal entry of unknown kind " + kind);
            }
        }
    }
}
