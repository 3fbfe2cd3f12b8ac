package cn.sanming.migrant.platform.embedded.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of a store, opened: every byte is held against its checksum first.
final class StoreFiles {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFiles.class);

    /// Small pages, because each checkpoint writes whole ones.
    private static final int PAGE = 4096;

    record Opened(MVStore store, Journal journal) {}

    /// @param end where the last whole record of the journal ends
    private record Found(long end, boolean cutInACheckpoint, Set<Long> torn) {}

    private StoreFiles() {}

    static Opened open(Path file, UnaryOperator<FileChannel> disk) throws IOException {
        var found = inspect(file);
        var journal = Journal.open(journalOf(file), found.end, disk);
        try {
            journal.mend();
            if (!Files.exists(file) || Files.size(file) == 0) {
                // the first blocks can be cut off as well
                journal.append(Changes.checkpoint());
            }
            return new Opened(replayed(file, found), journal);
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /// After a checkpoint that failed, while the journal stays open.
    static MVStore again(Path file) throws IOException {
        return replayed(file, inspect(file));
    }

    private static Path journalOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".journal");
    }

    private static Found inspect(Path file) throws IOException {
        var last = new ArrayList<Boolean>();
        var end = Journal.replay(journalOf(file), record -> {
            last.clear();
            last.add(Changes.isCheckpoint(record));
        });
        var cut = last.contains(true);
        var torn = new HashSet<Long>();
        var bad = CheckedFile.firstBad(file, 0);
        while (bad.isPresent()) {
            if (!cut) {
                throw new DamagedStoreException(file, bad.get().offset(), "a block is not as it was written");
            }
            torn.add(bad.get().number());
            bad = CheckedFile.firstBad(file, bad.get().number() + 1);
        }
        return new Found(end, cut, torn);
    }

    private static MVStore replayed(Path file, Found found) throws IOException {
        var store = mapsOf(file, found);
        try {
            if (!found.torn.isEmpty()) {
                readAll(store, file);
                for (var block : found.torn) {
                    CheckedFile.blank(file, block);
                    LOG.warn(
                            "{}: block {} was half written by a checkpoint that was cut off; nobody needs it",
                            file,
                            block);
                }
            }
            Journal.replay(journalOf(file), record -> Changes.replay(record, name -> map(store, name)));
            return store;
        } catch (IOException | RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
    }

    private static MVStore mapsOf(Path file, Found found) {
        try (var _ = CheckedFile.reading(found.torn)) {
            var store = new MVStore.Builder()
                    .fileName(CheckedPath.of(file))
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(cacheMegabytes())
                    .pageSplitSize(PAGE)
                    .open();
            // the journal is the way back: nothing in the file is older than the last checkpoint
            store.setRetentionTime(0);
            store.setVersionsToKeep(0);
            return store;
        } catch (MVStoreException e) {
            if (e.getMessage().contains("locked")) {
                throw e;
            }
            throw new DamagedStoreException(file, 0, "the maps cannot be read (" + e.getMessage() + ")");
        }
    }

    /// Where some blocks are bad, none of them may be one that is needed.
    private static void readAll(MVStore store, Path file) {
        for (var name : List.copyOf(store.getMapNames())) {
            try {
                map(store, name).cursor(null).forEachRemaining(_ -> {});
            } catch (RuntimeException e) {
                throw new DamagedStoreException(file, 0, "of " + name + " not everything can be read");
            }
        }
    }

    private static int cacheMegabytes() {
        return Math.clamp(Runtime.getRuntime().maxMemory() >> 23, 16, 256);
    }

    static MVMap<Object, Object> map(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<Object, Object>().keyType(BsonValues.INSTANCE).valueType(BsonValues.INSTANCE));
    }
}
