package cn.sanming.migrant.platform.embedded.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sorted maps in a file that lose nothing they acknowledged.
///
/// A command changes the maps in memory, one command at a time, and is a single record of the [Journal] before it
/// is answered; commands that wait at the same moment share one write. Nobody is told of a change before it is
/// written: a query waits for the changes it may have seen. When the disk is full, what was not written is undone and
/// refused, and the next command tries again.
///
/// From time to time a checkpoint commits the maps to the file and empties the journal. Opening replays the journal
/// onto the last checkpoint: its entries say what a key is now, so that replaying one twice does no harm, and a
/// command is there as a whole or not at all.
public final class LogStructuredStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogStructuredStore.class);

    /// A checkpoint that does not fit any more breaks off; it is not begun without this much room besides.
    private static final long MARGIN = 1 << 20;

    /// Parts of the file that are less full, in percent, are written anew, so many bytes at a time.
    private static final int WORTH_KEEPING = 60;

    private static final int COMPACT_AT_ONCE = 16 << 20;

    private static final String DROPPED = "dropped ";

    private final @Nullable Path file;
    private final @Nullable Journal journal;
    private final long checkpointAt;
    private volatile MVStore store;

    private final GroupCommit commits;
    private long drops;

    private volatile @Nullable Exception broken;

    private LogStructuredStore(@Nullable Path file, MVStore store, @Nullable Journal journal, long checkpointAt) {
        this.file = file;
        this.store = store;
        this.journal = journal;
        this.checkpointAt = checkpointAt;
        this.commits = new GroupCommit(journal);
    }

    public static LogStructuredStore inMemory() {
        return new LogStructuredStore(null, MVStore.open(null), null, 0);
    }

    /// @param checkpointAt how long the journal may grow, in bytes, before its content goes to the file
    /// @throws DamagedStoreException if a byte of its files is not as it was written
    public static LogStructuredStore open(Path file, long checkpointAt) {
        return open(file, checkpointAt, UnaryOperator.identity());
    }

    /// @param disk the journal as this process sees it: a test can make it refuse
    static LogStructuredStore open(Path file, long checkpointAt, UnaryOperator<FileChannel> disk) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var opened = StoreFiles.open(file, disk);
            return new LogStructuredStore(file, opened.store(), opened.journal(), checkpointAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<String> names() {
        return store.getMapNames().stream()
                .filter(name -> !name.startsWith(DROPPED))
                .collect(Collectors.toSet());
    }

    /// Opens a map; a new one exists for good once something lies in it.
    public StoreMap shelf(String name) {
        return new StoreMap(this, name);
    }

    MVStore store() {
        return store;
    }

    MVMap<Object, Object> map(String name) {
        return StoreFiles.map(store, name);
    }

    /// Out of the way at once, for good when the command is safe.
    void drop(String name, MVMap<Object, Object> map) {
        commits.pending().drop(name);
        store.renameMap(map, DROPPED + ++drops + ' ' + name);
        commits.pending().undoneBy(() -> {
            store.removeMap(map(name));
            store.renameMap(map, name);
        });
        commits.pending().afterwards(() -> store.removeMap(map));
    }

    public long fileSize() {
        var kept = store.getFileStore();
        return kept == null ? 0 : kept.size();
    }

    /// What to do when changes were undone, before anybody else can look.
    public void whenUndone(Runnable task) {
        commits.whenUndone(task);
    }

    /// Carries out a query, which may take its time: what it began to read stays in the file until it is done.
    public <T> T read(Supplier<T> query) {
        return commits.seeing(() -> {
            var reading = store;
            var version = reading.registerVersionUsage();
            try {
                return query.get();
            } finally {
                if (!reading.isClosed()) {
                    reading.deregisterVersionUsage(version);
                }
            }
        });
    }

    /// Carries out a command alone and answers when what it did is safe.
    public <T> T write(Supplier<T> command) {
        return commits.alone(() -> {
            var reason = broken;
            if (reason != null) {
                throw new NoSpaceException(reason);
            }
            return command.get();
        });
    }

    /// Lets other commands go first, in the middle of one that has not changed anything yet.
    public void standAside() {
        commits.standAside();
    }

    /// To be called often: puts what was acknowledged on the disk itself, against power cuts, and now and then
    /// makes a checkpoint, for which all commands wait. Goes on where a full disk had stopped it.
    public void tend() {
        if (journal == null) {
            return;
        }
        try {
            journal.force();
        } catch (IOException e) {
            LOG.error("the disk does not take the journal: {}", e.getMessage());
        }
        if (broken != null || journal.length() > checkpointAt && hasRoom()) {
            commits.exclusively(() -> {
                if (broken != null) {
                    reopen(journal);
                } else {
                    checkpoint(journal);
                }
            });
        }
    }

    private boolean hasRoom() {
        return free() > 2L * store.getUnsavedMemory() + MARGIN;
    }

    private long free() {
        try {
            return file == null ? Long.MAX_VALUE : Files.getFileStore(file).getUsableSpace();
        } catch (IOException e) {
            LOG.warn("no word of how much room is left: {}", e.getMessage());
            return Long.MAX_VALUE;
        }
    }

    private void checkpoint(Journal target) {
        try {
            target.append(Changes.checkpoint());
            if (free() > 2L * COMPACT_AT_ONCE + MARGIN) {
                store.compact(WORTH_KEEPING, COMPACT_AT_ONCE);
            }
            store.commit();
            store.sync();
            target.clear();
        } catch (IOException | MVStoreException e) {
            LOG.error("a checkpoint could not be written; everything is in the journal: {}", e.getMessage());
            broken = e;
            reopen(target);
        }
    }

    /// The maps as the file and the journal have them.
    private void reopen(Journal target) {
        if (!store.isClosed()) {
            store.closeImmediately();
        }
        try {
            target.mend();
            store = StoreFiles.again(file);
            broken = null;
            commits.undone();
            LOG.info("the store goes on");
        } catch (IOException | RuntimeException e) {
            broken = e;
            LOG.error("the store waits: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        commits.exclusively(() -> {
            if (store.isClosed()) {
                return;
            }
            if (journal == null) {
                store.close();
                return;
            }
            try (journal) {
                if (broken == null && hasRoom()) {
                    journal.append(Changes.checkpoint());
                    store.commit();
                    store.sync();
                    store.close();
                    journal.clear();
                } else {
                    store.closeImmediately();
                }
            } catch (IOException | MVStoreException e) {
                // the journal has it all
                LOG.error("closed without a checkpoint: {}", e.getMessage());
            }
        });
    }

    void recordPut(String map, Object key, Object value, Runnable wayBack) {
        commits.pending().put(map, key, value);
        commits.pending().undoneBy(wayBack);
    }

    void recordRemove(String map, Object key, Runnable wayBack) {
        commits.pending().remove(map, key);
        commits.pending().undoneBy(wayBack);
    }
}
