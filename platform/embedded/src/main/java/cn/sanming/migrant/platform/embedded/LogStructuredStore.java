package cn.sanming.migrant.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/// Sorted maps in a file that lose nothing they acknowledged.
///
/// A command changes the maps in memory, one command at a time, and is a single record of the [Journal] before it
/// is answered; commands that wait at the same moment share one write. From time to time a checkpoint commits the
/// maps to the file and empties the journal. Opening replays the journal onto the last checkpoint: its entries say
/// what a key is now, so that replaying one twice does no harm, and a command is there as a whole or not at all.
final class LogStructuredStore implements AutoCloseable {

    /// Small pages, because each checkpoint writes whole ones.
    private static final int PAGE = 4096;

    /// Parts of the file that are less full, in percent, are written anew, so many bytes at a time.
    private static final int WORTH_KEEPING = 60;

    private static final int COMPACT_AT_ONCE = 16 << 20;

    private final MVStore store;
    private final @Nullable Journal journal;
    private final long checkpointAt;

    private final ReentrantLock commands = new ReentrantLock();
    private Changes pending = new Changes();
    private Changes spare = new Changes();
    private long issued;

    private final ReentrantLock writing = new ReentrantLock();
    private volatile long durable;
    private volatile @Nullable IOException broken;

    private LogStructuredStore(MVStore store, @Nullable Journal journal, long checkpointAt) {
        this.store = store;
        this.journal = journal;
        this.checkpointAt = checkpointAt;
    }

    static LogStructuredStore inMemory() {
        return new LogStructuredStore(MVStore.open(null), null, 0);
    }

    /// @param checkpointAt how long the journal may grow, in bytes, before its content goes to the file
    static LogStructuredStore open(Path file, long checkpointAt) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var store = new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(cacheMegabytes())
                    .pageSplitSize(PAGE)
                    .open();
            // the journal is the way back: nothing in the file is older than the last checkpoint
            store.setRetentionTime(0);
            store.setVersionsToKeep(0);
            var journalFile = file.resolveSibling(file.getFileName() + ".journal");
            try {
                Journal.replay(journalFile, record -> Changes.replay(record, name -> map(store, name)));
                store.commit();
                store.sync();
                return new LogStructuredStore(store, new Journal(journalFile), checkpointAt);
            } catch (IOException | RuntimeException e) {
                store.closeImmediately();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int cacheMegabytes() {
        return Math.clamp(Runtime.getRuntime().maxMemory() >> 23, 16, 256);
    }

    Set<String> names() {
        return store.getMapNames();
    }

    /// Opens a map; a new one exists for good once something lies in it.
    StoreMap shelf(String name) {
        return new StoreMap(this, name, map(store, name));
    }

    void drop(String name, MVMap<Object, Object> map) {
        pending.drop(name);
        store.removeMap(map);
    }

    long fileSize() {
        var file = store.getFileStore();
        return file == null ? 0 : file.size();
    }

    /// Carries out a query, which may take its time: what it began to read stays in the file until it is done.
    <T> T read(Supplier<T> query) {
        var version = store.registerVersionUsage();
        try {
            return query.get();
        } finally {
            store.deregisterVersionUsage(version);
        }
    }

    /// Carries out a command alone and answers when what it did is safe.
    <T> T write(Supplier<T> command) {
        T answer;
        long ticket;
        commands.lock();
        try {
            if (broken != null) {
                throw new IllegalStateException("the store cannot write any more", broken);
            }
            pending.begin();
            try {
                answer = command.get();
            } finally {
                if (pending.end()) {
                    issued++;
                }
                ticket = issued;
                if (journal == null) {
                    pending.clear();
                }
            }
        } finally {
            commands.unlock();
        }
        secure(ticket);
        return answer;
    }

    /// The first one to come writes for all who wait.
    private void secure(long ticket) {
        if (journal == null || durable >= ticket) {
            return;
        }
        writing.lock();
        try {
            if (durable >= ticket) {
                return;
            }
            append(journal);
        } catch (IOException e) {
            broken = e;
            throw new UncheckedIOException("not written: " + e.getMessage(), e);
        } finally {
            writing.unlock();
        }
    }

    private void append(Journal target) throws IOException {
        if (broken != null) {
            throw broken;
        }
        Changes full;
        long upTo;
        commands.lock();
        try {
            full = pending;
            pending = spare;
            upTo = issued;
        } finally {
            commands.unlock();
        }
        spare = full;
        target.append(full.records());
        full.clear();
        durable = upTo;
    }

    private void checkpoint(Journal target) throws IOException {
        commands.lock();
        try {
            store.commit();
            store.sync();
            pending.clear();
            durable = issued;
            target.clear();
        } finally {
            commands.unlock();
        }
    }

    /// To be called often: puts what was acknowledged on the disk itself, against power cuts, and now and then
    /// makes a checkpoint, for which all commands wait.
    void tend() {
        if (journal == null) {
            return;
        }
        try {
            journal.force();
            if (journal.length() > checkpointAt) {
                store.compact(WORTH_KEEPING, COMPACT_AT_ONCE);
                writing.lock();
                try {
                    checkpoint(journal);
                } finally {
                    writing.unlock();
                }
            }
        } catch (IOException e) {
            broken = e;
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        writing.lock();
        commands.lock();
        try (var closing = journal) {
            if (closing != null && broken == null && !store.isClosed()) {
                checkpoint(closing);
            }
            store.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            commands.unlock();
            writing.unlock();
        }
    }

    void recordPut(String map, Object key, Object value) {
        pending.put(map, key, value);
    }

    void recordRemove(String map, Object key) {
        pending.remove(map, key);
    }

    private static MVMap<Object, Object> map(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<Object, Object>().keyType(BsonValues.INSTANCE).valueType(BsonValues.INSTANCE));
    }
}
