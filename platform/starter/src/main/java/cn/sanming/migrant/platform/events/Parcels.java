package cn.sanming.migrant.platform.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What the relay has in hand (在途事件): one parcel for each case, first come first served, and never more than a
/// fixed weight of them; what does not fit stays in its outbox.
final class Parcels {

    private final long capacity;
    private final LinkedHashMap<String, Parcel> waiting = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private List<Parcel> taken = List.of();
    private long weight;

    /// @param capacity in characters of event data, about
    Parcels(long capacity) {
        this.capacity = capacity;
    }

    /// @return false if there is no room
    boolean offer(Parcel parcel) {
        lock.lock();
        try {
            return put(parcel);
        } finally {
            lock.unlock();
        }
    }

    /// Waits for room.
    ///
    /// @return false if there was none in time
    boolean offer(Parcel parcel, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (!put(parcel)) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Takes what waits, oldest first; it counts as in hand until it is settled.
    List<Parcel> take(int most, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            if (waiting.isEmpty()) {
                var _ = changed.await(patience.toNanos(), TimeUnit.NANOSECONDS);
            }
            var first = new ArrayList<Parcel>();
            for (var parcels = waiting.values().iterator(); parcels.hasNext() && first.size() < most; ) {
                first.add(parcels.next());
                parcels.remove();
            }
            taken = List.copyOf(first);
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// What was taken is done with, but for what is left: that waits again, before all others.
    void settle(List<Parcel> left) {
        lock.lock();
        try {
            taken.forEach(parcel -> weight -= parcel.weight());
            taken = List.of();
            if (!left.isEmpty()) {
                var later = new ArrayList<>(waiting.values());
                later.forEach(parcel -> weight -= parcel.weight());
                waiting.clear();
                left.forEach(this::add);
                later.forEach(this::add);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Events in hand.
    int events() {
        lock.lock();
        try {
            return waiting.values().stream()
                            .mapToInt(parcel -> parcel.events().size())
                            .sum()
                    + taken.stream().mapToInt(parcel -> parcel.events().size()).sum();
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return waiting.isEmpty() && taken.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    long weight() {
        lock.lock();
        try {
            return weight;
        } finally {
            lock.unlock();
        }
    }

    /// When the oldest event in hand was recorded.
    Optional<Instant> oldest() {
        lock.lock();
        try {
            var all = new ArrayList<>(waiting.values());
            all.addAll(taken);
            return all.stream().map(parcel -> parcel.events().getFirst().time()).min(Instant::compareTo);
        } finally {
            lock.unlock();
        }
    }

    private boolean put(Parcel parcel) {
        var known = waiting.get(key(parcel));
        long more = (known == null ? parcel : known.with(parcel)).weight() - (known == null ? 0 : known.weight());
        if (weight + more > capacity && weight > 0) {
            return false;
        }
        add(parcel);
        changed.signalAll();
        return true;
    }

    private void add(Parcel parcel) {
        var known = waiting.get(key(parcel));
        var merged = known == null ? parcel : known.with(parcel);
        weight += merged.weight() - (known == null ? 0 : known.weight());
        waiting.put(key(parcel), merged);
    }

    private static String key(Parcel parcel) {
        return parcel.collection() + '/' + parcel.caseId();
    }
}
