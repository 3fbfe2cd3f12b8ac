package cn.sanming.migrant.platform.jobs;

import static cn.sanming.migrant.platform.jobs.Nightwork.DAY;
import static cn.sanming.migrant.platform.jobs.Nightwork.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.javacrumbs.shedlock.core.ClockProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The same job never runs twice at once: not when many race, not when the holder is slow, not when it died.
class JobLeasesTest {

    private static final Duration LENGTH = Duration.ofSeconds(60);

    private final Nightwork night = new Nightwork();
    private final Nightwork.Watch machine = new Nightwork.Watch(Instant.parse("2024-04-15T00:00:00Z"));

    @BeforeEach
    void setTheMachinesTime() {
        ClockProvider.setClock(machine);
    }

    @AfterEach
    void letTheMachinesTimeRun() {
        ClockProvider.setClock(java.time.Clock.systemUTC());
    }

    /// One instance of the service, whose renewals happen when the test says so.
    private final class Instance {
        final List<Runnable> renewals = new ArrayList<>();
        final JobLeases leases;

        Instance() {
            ScheduledExecutorService executor = mock();
            ScheduledFuture<Object> future = mock();
            when(executor.scheduleAtFixedRate(any(), anyLong(), anyLong(), any()))
                    .thenAnswer(call -> {
                        renewals.add(call.getArgument(0));
                        return future;
                    });
            leases = new JobLeases(night.mongo, executor, LENGTH);
        }

        void renew() {
            renewals.forEach(Runnable::run);
        }
    }

    @Test
    void ofManyThatRaceOneRunsTheDate() throws Exception {
        var runs = new AtomicInteger();
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var job = job("raced", DueStep.eachOf("each", _ -> Stream.of("a", "b", "c"), (_, _) -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            runs.incrementAndGet();
            Thread.yield();
            atOnce.decrementAndGet();
        }));
        var runners = IntStream.range(0, 8).mapToObj(_ -> night.runner(job)).toList();
        for (int day = 0; day < 5; day++) {
            var run = new JobRunner.Run(job, DAY.plusDays(day));
            try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
                boolean done = false;
                for (var attempt : all.invokeAll(runners.stream()
                        .map(runner -> (Callable<Boolean>) () -> runner.perform(run))
                        .toList())) {
                    done |= attempt.get();
                }
                assertThat(done).isTrue();
            }
        }
        assertThat(most).hasValue(1);
        assertThat(runs).hasValue(15);
    }

    @Test
    void aSlowHolderKeepsItsLeaseAsLongAsItRenewsIt() {
        var slow = new Instance();
        var other = new Instance();
        var held = slow.leases.take("slow");
        assertThat(held).isPresent();
        for (int i = 0; i < 20; i++) {
            machine.pass(LENGTH.dividedBy(2));
            slow.renew();
            assertThat(other.leases.take("slow")).isEmpty();
            assertThat(slow.leases.holds("slow")).isTrue();
        }
        held.get().unlock();
        assertThat(slow.leases.holds("slow")).isFalse();
        assertThat(other.leases.take("slow")).isPresent();
    }

    @Test
    void theLeaseOfAHolderThatDiedIsFreeAfterItsLength() {
        var dead = new Instance();
        var other = new Instance();
        assertThat(dead.leases.take("job")).isPresent();
        machine.pass(LENGTH.minusSeconds(1));
        assertThat(other.leases.take("job")).isEmpty();
        machine.pass(Duration.ofSeconds(2));
        assertThat(other.leases.take("job")).isPresent();
    }

    @Test
    void whoWasTooLateNeitherRenewsNorGivesBackWhatIsSomebodyElses() {
        var late = new Instance();
        var other = new Instance();
        var third = new Instance();
        var lost = late.leases.take("job");
        machine.pass(LENGTH.plusSeconds(1));
        assertThat(late.leases.holds("job")).isFalse();
        var taken = other.leases.take("job");
        assertThat(taken).isPresent();

        late.renew();
        assertThat(late.leases.holds("job")).isFalse();
        lost.orElseThrow().unlock();
        assertThat(third.leases.take("job")).isEmpty();
        assertThat(other.leases.holds("job")).isTrue();

        taken.get().unlock();
        assertThat(third.leases.take("job")).isPresent();
    }

    @Test
    void whoLosesItsLeaseStopsAtTheNextCaseAndSomebodyElseFinishesTheDate() {
        var stalled = new Instance();
        var handled = new ArrayList<String>();
        var job = job("stalled", DueStep.eachOf("each", _ -> Stream.of("a", "b", "c"), (id, _) -> {
            handled.add(id);
            if (handled.size() == 2) {
                machine.pass(LENGTH.plusSeconds(1)); // the process was frozen for a while
            }
        }));
        assertThat(night.runner(stalled.leases, job).perform(new JobRunner.Run(job, DAY)))
                .isFalse();
        assertThat(handled).containsExactly("a", "b");

        assertThat(night.runner(new Instance().leases, job).perform(new JobRunner.Run(job, DAY)))
                .isTrue();
        assertThat(handled).containsExactly("a", "b", "a", "b", "c");
    }

    @Test
    void twoJobsHaveTwoLeases() {
        var one = new Instance();
        var other = new Instance();
        assertThat(one.leases.take("one")).isPresent();
        assertThat(other.leases.take("other")).isPresent();
    }
}
