package cn.sanming.migrant.local.city;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Moves the city through time: every job that falls due on the way runs, in order, and what it sets off is
/// finished before the next one runs.
final class TimeMachine {

    private final CityClock clock;
    private final JourneyNote note;
    private final Travellers travellers;

    /// @param jobs how many jobs ran; @param failed jobs whose date is not done
    record Journey(Instant from, Instant to, int jobs, List<String> failed) {}

    /// A job of a department on a date, in each of its instances.
    record Due(Instant at, String job, List<Callable<Boolean>> instances) {}

    /// Those who travel with the clock.
    interface Travellers {

        /// What falls due after the first and not after the second instant, in order of time.
        List<Due> due(Instant from, Instant target);

        /// Waits until every event that was recorded has been delivered and reacted to, and so on until nothing moves.
        void settle() throws InterruptedException, ExecutionException;

        void forgetAfter(Instant instant);
    }

    TimeMachine(CityClock clock, JourneyNote note, Travellers travellers) {
        this.clock = clock;
        this.note = note;
        this.travellers = travellers;
    }

    /// Moves the clock. What is intended is written down first and crossed out at the end, so that a journey that was
    /// cut short goes on at the next start; jobs that ran before are done and do not run again.
    synchronized Journey moveTo(Instant target) throws InterruptedException, ExecutionException {
        var from = clock.instant();
        note.write(from, target);
        travellers.settle();
        return travel(from, target);
    }

    /// Goes on with the journey that was cut short, if one was.
    synchronized Optional<Journey> resume() throws InterruptedException, ExecutionException {
        var intended = note.read();
        if (intended.isEmpty()) {
            return Optional.empty();
        }
        travellers.settle();
        return Optional.of(travel(intended.get().from(), intended.get().to()));
    }

    private Journey travel(Instant from, Instant target) throws InterruptedException, ExecutionException {
        if (target.isBefore(from)) {
            clock.set(target);
            travellers.forgetAfter(target);
            note.cross();
            return new Journey(from, target, 0, List.of());
        }
        var due = travellers.due(from, target);
        var failed = new ArrayList<String>();
        var reached = clock.instant();
        for (var next : due) {
            if (next.at().isAfter(reached)) {
                clock.set(next.at());
            }
            if (!performed(next)) {
                failed.add(next.job());
            }
            travellers.settle();
        }
        clock.set(target);
        note.cross();
        return new Journey(from, target, due.size(), failed);
    }

    /// All instances try at once, as they would in a cluster; the lease lets one of them do it.
    private static boolean performed(Due due) throws InterruptedException, ExecutionException {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            boolean done = false;
            for (var attempt : all.invokeAll(due.instances())) {
                done |= attempt.get();
            }
            return done;
        }
    }
}
