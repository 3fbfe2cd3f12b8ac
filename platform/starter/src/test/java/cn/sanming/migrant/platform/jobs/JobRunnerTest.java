package cn.sanming.migrant.platform.jobs;

import static cn.sanming.migrant.platform.jobs.Nightwork.DAY;
import static cn.sanming.migrant.platform.jobs.Nightwork.at;
import static cn.sanming.migrant.platform.jobs.Nightwork.job;
import static cn.sanming.migrant.platform.jobs.Nightwork.overdue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Jobs run once for each date, side by side, and catch up what was missed.
class JobRunnerTest {

    private final Nightwork night = new Nightwork();
    private final List<LocalDate> dates = Collections.synchronizedList(new ArrayList<>());
    private final DueWork daily = job("daily", DueStep.once("report", day -> dates.add(day.date())));

    private void tickUntilQuiet(JobRunner runner) {
        runner.tick();
        await().until(() ->
                runner.dates().isDone("daily", LocalDate.ofInstant(night.clock.instant(), night.clock.getZone()))
                        && runner.running().isEmpty());
    }

    @Test
    void runsTodayOnceHoweverOftenTheClockTicks() {
        var runner = night.runner(daily);
        tickUntilQuiet(runner);
        tickUntilQuiet(runner);
        assertThat(runner.perform(new JobRunner.Run(daily, DAY))).isTrue();
        assertThat(dates).containsExactly(DAY);
    }

    @Test
    void doesNotRunBeforeItsTimeOfDay() {
        night.clock.set(at(DAY, 0));
        var runner = night.runner(daily);
        assertThat(runner.dueBetween(at(DAY.minusDays(1), 12), night.clock.instant()))
                .isEmpty();
        assertThat(runner.dueBetween(at(DAY.minusDays(1), 12), at(DAY, 1)))
                .extracting(JobRunner.Run::date)
                .containsExactly(DAY);
    }

    @Test
    void catchesUpMissedDatesInOrder() {
        var runner = night.runner(daily);
        tickUntilQuiet(runner);
        night.clock.pass(Duration.ofDays(4));
        tickUntilQuiet(runner);
        assertThat(dates).containsExactly(DAY, DAY.plusDays(1), DAY.plusDays(2), DAY.plusDays(3), DAY.plusDays(4));
    }

    @Test
    void catchesUpAMonthAtMost() {
        var runner = night.runner(daily);
        tickUntilQuiet(runner);
        night.clock.pass(Duration.ofDays(100));
        tickUntilQuiet(runner);
        assertThat(dates).hasSize(1 + 32).last().isEqualTo(DAY.plusDays(100));
        assertThat(dates.get(1)).isEqualTo(DAY.plusDays(69));
    }

    @Test
    void aClockThatIsSetBackComesThroughTheDatesAgain() {
        var runner = night.runner(daily);
        IntStream.range(0, 3).forEach(i -> runner.perform(new JobRunner.Run(daily, DAY.plusDays(i))));
        runner.forgetAfter(at(DAY.plusDays(1), 12));
        assertThat(runner.dates().isDone("daily", DAY.plusDays(1))).isTrue();
        assertThat(runner.dates().isDone("daily", DAY.plusDays(2))).isFalse();
        runner.forgetAfter(at(DAY.plusDays(1), 0));
        assertThat(runner.dates().isDone("daily", DAY.plusDays(1))).isFalse();
        assertThat(runner.dates().isDone("daily", DAY)).isTrue();
    }

    @Test
    void aLongJobDelaysNoOther() throws InterruptedException {
        var end = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var endless = job("endless", DueStep.once("sleep", _ -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        var failing = job("failing", DueStep.once("fail", _ -> {
            throw new IllegalStateException("always");
        }));
        var runner = night.runner(endless, failing, daily);
        runner.tick();
        begun.await();
        await().until(() ->
                runner.dates().isDone("daily", DAY) && runner.dates().isDone("failing", DAY));
        night.clock.pass(Duration.ofDays(1));
        runner.tick();
        await().until(() -> runner.dates().isDone("daily", DAY.plusDays(1)));
        assertThat(runner.running()).contains("endless");
        assertThat(runner.dates().isDone("endless", DAY)).isFalse();
        end.countDown();
        await().until(() -> runner.dates().isDone("endless", DAY));
    }

    @Test
    void parkedWorkIsTriedByTheTickOnceItsPauseIsOver() {
        var fails = new AtomicInteger(1);
        var once = job("once", DueStep.once("try", day -> {
            if (fails.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
            }
            dates.add(day.date());
        }));
        var runner = night.runner(once, daily);
        runner.perform(new JobRunner.Run(once, DAY));
        dates.clear();
        runner.tick();
        await().until(() ->
                runner.dates().isDone("daily", DAY) && runner.running().isEmpty());
        assertThat(runner.parkedCases().count("once")).isEqualTo(1);
        night.clock.pass(Duration.ofMinutes(2));
        runner.tick();
        await().until(() -> runner.parkedCases().count("once") == 0);
    }

    @Test
    void stopsAfterTheCaseAtHandAndBeginsTheDateAgain() {
        var handled = ConcurrentHashMap.<String>newKeySet();
        var stopping = new JobRunner[1];
        List.of("a", "b", "c").forEach(id -> night.bill(id, DAY.minusDays(1)));
        var job = job("closing", overdue("each", (id, _) -> {
            handled.add(id);
            if (id.equals("b")) {
                stopping[0].close();
            }
        }));
        stopping[0] = night.runner(job);
        assertThat(stopping[0].perform(new JobRunner.Run(job, DAY))).isFalse();
        assertThat(handled).containsExactlyInAnyOrder("a", "b");

        var next = night.runner(job);
        assertThat(next.perform(new JobRunner.Run(job, DAY))).isTrue();
        assertThat(handled).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void goesThroughManyCasesPageByPageWhileTheyLeaveTheList() {
        int many = Integer.getInteger("jobs.many", 5_000);
        var bills = IntStream.range(0, many)
                .mapToObj(i -> new Nightwork.Bill("bill-%06d".formatted(i), true, DAY.minusDays(i % 50 + 1), 0))
                .toList();
        night.mongo.insertAll(bills);
        var handled = new AtomicInteger();
        var most = new AtomicInteger();
        var job = job("many", overdue("close", (id, _) -> {
            night.close(id);
            if (handled.incrementAndGet() % 10_000 == 0) {
                System.gc();
                var runtime = Runtime.getRuntime();
                most.accumulateAndGet((int) ((runtime.totalMemory() - runtime.freeMemory()) >> 20), Math::max);
            }
        }));
        long began = System.nanoTime();
        assertThat(night.runner(job).runAgain("many", DAY)).hasValue(new JobResult(many, 0));
        System.out.printf(
                "%,d due cases: %,d ms, at most %,d MB in use with the store%n",
                many, (System.nanoTime() - began) / 1_000_000, most.get());
        assertThat(handled).hasValue(many);
    }

    @Test
    void refusesTwoJobsOfOneName() {
        var twin = new Nightwork.Job("daily", LocalTime.NOON, List.of());
        assertThatIllegalStateException().isThrownBy(() -> night.runner(daily, twin));
    }
}
