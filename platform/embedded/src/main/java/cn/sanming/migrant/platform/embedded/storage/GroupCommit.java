package cn.sanming.migrant.platform.embedded.storage;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One command after the other, one write for all that wait, and nobody is told of what is not written.
final class GroupCommit {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final @Nullable Journal journal;

    private final ReentrantLock commands = new ReentrantLock();
    private volatile Changes pending = new Changes();
    private volatile Changes inFlight = Changes.none();
    private volatile int undoings;
    private volatile Runnable whenUndone = () -> {};

    private final ReentrantLock writing = new ReentrantLock();
    private Changes spare = new Changes();
    private boolean complained;

    /// @param journal where changes go; nothing for a store that is in memory only
    GroupCommit(@Nullable Journal journal) {
        this.journal = journal;
    }

    void whenUndone(Runnable task) {
        whenUndone = task;
    }

    void undone() {
        whenUndone.run();
    }

    /// What the present command has changed.
    Changes pending() {
        return pending;
    }

    /// A query, answered when what it may have seen is safe.
    <T> T seeing(Supplier<T> query) {
        var before = undoings;
        var answer = query.get();
        // in this order: what is in flight was pending before
        var seen = pending;
        if (!seen.isEmpty()) {
            secure(seen);
        }
        secure(inFlight);
        if (undoings != before) {
            throw new NoSpaceException(new IOException("something that was seen could not be written"));
        }
        return answer;
    }

    /// A command, alone, answered when what it did is safe.
    <T> T alone(Supplier<T> command) {
        T answer;
        Changes mine;
        boolean changed;
        commands.lock();
        try {
            pending.begin();
            try {
                answer = command.get();
            } finally {
                // another one than before if the command has stood aside
                mine = pending;
                changed = mine.end();
                if (journal == null) {
                    mine.keep();
                    pending = mine.next();
                }
            }
        } finally {
            commands.unlock();
        }
        // also for a command that changed nothing: it may have been told so because of what another one did
        if (journal != null && (changed || !mine.isEmpty())) {
            secure(mine);
        }
        return answer;
    }

    /// Lets other commands go first, in the middle of one that has not changed anything yet.
    void standAside() {
        if (!commands.isHeldByCurrentThread() || !pending.isUntouched()) {
            return;
        }
        pending.end();
        commands.unlock();
        try {
            Thread.yield();
            Thread.sleep(1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            commands.lock();
            pending.begin();
        }
    }

    /// The first one to come writes for all who wait.
    private void secure(Changes changes) {
        if (journal == null || changes.isKept()) {
            return;
        }
        writing.lock();
        try {
            if (changes == pending) {
                append(journal);
            }
            var lost = changes.lost();
            if (lost != null) {
                throw new NoSpaceException(lost);
            }
        } finally {
            writing.unlock();
        }
    }

    private void append(Journal target) {
        Changes full;
        commands.lock();
        try {
            full = pending;
            if (full.isEmpty()) {
                return;
            }
            inFlight = full;
            pending = spare;
        } finally {
            commands.unlock();
        }
        try {
            target.append(full.records());
            full.keep();
            if (complained) {
                LOG.info("the store writes again");
                complained = false;
            }
        } catch (IOException e) {
            forget(target, full, e);
        }
        spare = full.next();
    }

    /// The last changes first: those that came in meanwhile may stand on the ones that were not written.
    private void forget(Journal target, Changes unwritten, IOException reason) {
        commands.lock();
        try {
            var later = pending;
            pending = new Changes();
            later.undo(reason);
            unwritten.undo(reason);
            whenUndone.run();
            undoings++;
            inFlight = Changes.none();
            if (!complained) {
                LOG.error("the store cannot write and refuses until it can: {}", reason.getMessage());
            }
            complained = true;
            target.mend();
        } catch (IOException e) {
            LOG.error("the journal keeps a half written end for now: {}", e.getMessage());
        } finally {
            commands.unlock();
        }
    }

    /// While all commands wait, and after everything is written.
    void exclusively(Runnable task) {
        writing.lock();
        commands.lock();
        try {
            // what nobody waits for any more is written too
            if (journal != null) {
                append(journal);
            }
            task.run();
        } finally {
            commands.unlock();
            writing.unlock();
        }
    }
}
