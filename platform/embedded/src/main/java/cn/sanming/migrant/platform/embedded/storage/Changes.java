package cn.sanming.migrant.platform.embedded.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.WriteBuffer;
import org.jspecify.annotations.Nullable;

/// What commands did to the maps, as records for the [Journal]: one per command, each entry saying what a key is now.
/// Until the records are written it also knows the way back.
final class Changes {

    private static final byte PUT = 1;
    private static final byte REMOVE = 2;
    private static final byte DROP = 3;

    /// A checkpoint has begun: what follows in the file may be half written when the process dies.
    private static final byte CHECKPOINT = 4;

    private static final int NONE = -1;

    /// Larger buffers than this are not kept.
    private static final int USUAL = 4 << 20;

    private static final int SMALL = 1 << 12;

    private final WriteBuffer records;
    private final ArrayDeque<Runnable> wayBack = new ArrayDeque<>();
    private final ArrayList<Runnable> afterwards = new ArrayList<>();
    private int start = NONE;
    private volatile @Nullable IOException lost;
    private volatile boolean kept;

    Changes() {
        this(new WriteBuffer(SMALL));
    }

    private Changes(WriteBuffer records) {
        this.records = records;
    }

    /// Nothing that anybody would have to wait for.
    static Changes none() {
        var none = new Changes();
        none.keep();
        return none;
    }

    /// One record that says that a checkpoint begins.
    static ByteBuffer checkpoint() {
        var changes = new Changes();
        changes.begin();
        changes.records.put(CHECKPOINT);
        changes.end();
        return changes.records();
    }

    static boolean isCheckpoint(ByteBuffer record) {
        return record.get(record.position()) == CHECKPOINT;
    }

    void begin() {
        start = records.position();
        records.putInt(0).putInt(0).putInt(0);
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
            records.putInt(start + 8, Journal.checksum(records.getBuffer().slice(start, 8)));
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

    /// How to undo the change that was recorded last.
    void undoneBy(Runnable step) {
        wayBack.push(step);
    }

    /// What can only be done once there is no way back.
    void afterwards(Runnable step) {
        afterwards.add(step);
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

    boolean isEmpty() {
        return records.position() == 0;
    }

    /// Whether the present command has not changed anything yet.
    boolean isUntouched() {
        return start != NONE && records.position() == start + Journal.HEADER;
    }

    /// The records are safe.
    void keep() {
        kept = true;
        wayBack.clear();
        afterwards.forEach(Runnable::run);
        afterwards.clear();
    }

    boolean isKept() {
        return kept;
    }

    /// The records could not be written: everything becomes as it was before the first of them.
    void undo(IOException reason) {
        lost = reason;
        wayBack.forEach(Runnable::run);
        wayBack.clear();
        afterwards.clear();
    }

    @Nullable
    IOException lost() {
        return lost;
    }

    /// Fresh changes that use the buffer of these.
    Changes next() {
        return records.capacity() <= USUAL ? new Changes(records.clear()) : new Changes();
    }

    static void replay(ByteBuffer record, Function<String, MVMap<Object, Object>> maps) {
        while (record.hasRemaining()) {
            var kind = record.get();
            if (kind == CHECKPOINT) {
                continue;
            }
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
