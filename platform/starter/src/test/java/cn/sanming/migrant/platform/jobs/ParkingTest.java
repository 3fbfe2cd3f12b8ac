package cn.sanming.migrant.platform.jobs;

import static cn.sanming.migrant.platform.jobs.Nightwork.DAY;
import static cn.sanming.migrant.platform.jobs.Nightwork.job;
import static cn.sanming.migrant.platform.jobs.Nightwork.overdue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/// A case that fails costs nobody but itself.
class ParkingTest {

    private final Nightwork night = new Nightwork();
    private final List<String> handled = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();

    private final DueWork reminders = job("reminders", overdue("remind", (id, _) -> {
        if (broken.contains(id)) {
            throw new IllegalStateException("the bill of 350403199001011234 is unreadable");
        }
        handled.add(id);
        night.remind(id);
    }));

    private ParkedCase parked(JobRunner runner) {
        return runner.parkedCases().of("reminders", 10).getFirst();
    }

    @Test
    void parksWhatFailsAndHandlesAllOthersTheSameNight() {
        var runner = night.runner(reminders);
        List.of("a", "b", "c", "d").forEach(id -> night.bill(id, DAY.minusDays(2)));
        night.bill("later", DAY.plusDays(2));
        broken.add("b");

        assertThat(runner.perform(new JobRunner.Run(reminders, DAY))).isTrue();

        assertThat(handled).containsExactly("a", "c", "d");
        assertThat(runner.dates().isDone("reminders", DAY)).isTrue();
        var parked = parked(runner);
        assertThat(parked.caseId()).isEqualTo("b");
        assertThat(parked.businessDate()).isEqualTo(DAY);
        assertThat(parked.tries()).isEqualTo(1);
        assertThat(parked.reason()).isEqualTo("IllegalStateException");
        assertThat(parked.place()).startsWith("ParkingTest.lambda$");
        assertThat(parked.toString()).doesNotContain("350403199001011234");
        assertThat(night.gauge("job.parked", "reminders")).isEqualTo(1);
        assertThat(night.failed("reminders")).isEqualTo(1);
    }

    @Test
    void aDocumentThatCannotBeReadHidesNoOther() {
        var reading = job("reminders", overdue("remind", (id, _) -> {
            assertThat(night.mongo.findById(id, Nightwork.Bill.class)).isNotNull();
            handled.add(id);
        }));
        var runner = night.runner(reading);
        night.bill("a", DAY.minusDays(1));
        night.bill("z", DAY.minusDays(1));
        night.mongo
                .getCollection("bills")
                .insertOne(new Document("_id", "m")
                        .append("open", true)
                        .append("dueOn", "2024-04-01")
                        .append("reminders", new Document("not", "a number")));

        assertThat(runner.perform(new JobRunner.Run(reading, DAY))).isTrue();

        assertThat(handled).containsExactly("a", "z");
        assertThat(parked(runner).caseId()).isEqualTo("m");
    }

    @Test
    void triesAgainAfterPausesThatDoubleUntilItSucceeds() {
        var runner = night.runner(reminders);
        night.bill("b", DAY.minusDays(2));
        broken.add("b");
        runner.perform(new JobRunner.Run(reminders, DAY));

        assertThat(runner.parkedCases().due("reminders", 10)).isEmpty();
        night.clock.pass(Duration.ofMinutes(1));
        assertThat(runner.parkedCases().due("reminders", 10)).hasSize(1);
        assertThat(runner.retryAll("reminders")).hasValue(new JobResult(0, 1));
        assertThat(parked(runner).tries()).isEqualTo(2);
        assertThat(parked(runner).nextTryAt()).isEqualTo(night.clock.instant().plus(Duration.ofMinutes(2)));

        broken.clear();
        assertThat(runner.retry("reminders", parked(runner).id())).hasValue(new JobResult(1, 0));
        assertThat(handled).containsExactly("b");
        assertThat(runner.parkedCases().count("reminders")).isZero();
        assertThat(night.gauge("job.parked", "reminders")).isZero();
    }

    @Test
    void pausesGrowToSixHours() {
        assertThat(Stream.iterate(1, tries -> tries + 1).limit(5).map(ParkedCases::pauseAfter))
                .extracting(Duration::toMinutes)
                .containsExactly(1L, 2L, 4L, 8L, 16L);
        assertThat(ParkedCases.pauseAfter(10)).hasHours(6);
        assertThat(ParkedCases.pauseAfter(1_000)).hasHours(6);
    }

    @Test
    void theNextRunTriesWhatIsParkedEvenWhenItIsNoLongerFound() {
        var runner = night.runner(reminders);
        night.bill("b", DAY.minusDays(2));
        broken.add("b");
        runner.perform(new JobRunner.Run(reminders, DAY));
        night.close("b");
        broken.clear();

        night.clock.pass(Duration.ofDays(1));
        runner.perform(new JobRunner.Run(reminders, DAY.plusDays(1)));

        assertThat(handled).containsExactly("b");
        assertThat(runner.parkedCases().count("reminders")).isZero();
    }

    @Test
    void aCaseThatFailsNightAfterNightIsParkedOnceWithItsLastDate() {
        var runner = night.runner(reminders);
        night.bill("b", DAY.minusDays(2));
        broken.add("b");
        for (int i = 0; i < 3; i++) {
            assertThat(runner.perform(new JobRunner.Run(reminders, DAY.plusDays(i))))
                    .isTrue();
            night.clock.pass(Duration.ofDays(1));
        }
        assertThat(runner.parkedCases().of("reminders", 10)).singleElement().satisfies(parked -> {
            assertThat(parked.tries()).isEqualTo(3);
            assertThat(parked.businessDate()).isEqualTo(DAY.plusDays(2));
            assertThat(parked.since()).isEqualTo(Nightwork.at(DAY, 12));
        });
    }

    @Test
    void anErrorOfTheCodeParksLikeAnException() {
        var failing = job(
                "errors", DueStep.eachOf("each", _ -> Stream.of("assertion", "recursion", "class", "good"), (id, _) -> {
                    switch (id) {
                        case "assertion" -> throw new AssertionError("never");
                        case "recursion" -> throw new StackOverflowError();
                        case "class" -> throw new NoClassDefFoundError("gone");
                        default -> handled.add(id);
                    }
                }));
        var runner = night.runner(failing);
        assertThat(runner.perform(new JobRunner.Run(failing, DAY))).isTrue();
        assertThat(handled).containsExactly("good");
        assertThat(runner.parkedCases().count("errors")).isEqualTo(3);
    }

    @Test
    void aStepWhoseCasesCannotBeFoundParksWholeAndTheNextStepRuns() {
        var known = new boolean[1];
        var lost = job(
                "lost",
                DueStep.eachOf(
                        "find",
                        _ -> {
                            if (!known[0]) {
                                throw new IllegalStateException("a figure is missing");
                            }
                            return Stream.of("found");
                        },
                        (id, _) -> handled.add(id)),
                DueStep.once("report", _ -> handled.add("report")));
        var runner = night.runner(lost);

        assertThat(runner.perform(new JobRunner.Run(lost, DAY))).isTrue();
        assertThat(handled).containsExactly("report");
        assertThat(runner.parkedCases().of("lost", 10).getFirst().caseId()).isEqualTo(JobPass.WHOLE_STEP);

        known[0] = true;
        runner.retryAll("lost");
        assertThat(handled).containsExactly("report", "found");
        assertThat(runner.parkedCases().count("lost")).isZero();
    }

    @Test
    void aStoreThatIsAwayLeavesTheDateOpenAndParksNothing() {
        var away = job(
                "away",
                DueStep.eachOf(
                        "find",
                        _ -> {
                            throw new DataAccessResourceFailureException("no store");
                        },
                        (_, _) -> {}));
        var runner = night.runner(away);
        assertThat(runner.perform(new JobRunner.Run(away, DAY))).isFalse();
        assertThat(runner.dates().isDone("away", DAY)).isFalse();
        assertThat(runner.parkedCases().count("away")).isZero();
        assertThat(night.failed("away")).isEqualTo(1);
    }

    @Test
    void aConflictParksAndARefusalThatSaysItIsDoneDoesNot() {
        var refused = job(
                "refused",
                DueStep.eachOf(
                        "each",
                        _ -> Stream.of(Refusal.Kind.values()).map(Enum::name),
                        (kind, day) -> day.orRetry(Outcome.refused(Refusal.Kind.valueOf(kind)))));
        var runner = night.runner(refused);
        runner.perform(new JobRunner.Run(refused, DAY));
        assertThat(runner.parkedCases().of("refused", 100))
                .extracting(ParkedCase::reason)
                .contains("VERSION_CONFLICT", "UNAVAILABLE", "PARAMETER_MISSING", "CALENDAR_MISSING")
                .doesNotContain("ILLEGAL_TRANSITION", "NOT_FOUND", "GUARD_FAILED", "DUPLICATE");
    }

    @Test
    void everyFigureIsThereBeforeAnythingHasHappened() {
        night.runner(reminders);
        assertThat(night.gauge("job.parked", "reminders")).isZero();
        assertThat(night.failed("reminders")).isZero();
        assertThat(night.gauge("job.last.success", "reminders"))
                .isEqualTo(night.clock.instant().getEpochSecond());
    }

    @Test
    void theLastSuccessIsThatOfTheClusterAndStandsStillWhileTheJobCannotRun() {
        var runner = night.runner(reminders);
        runner.perform(new JobRunner.Run(reminders, DAY));
        var done = night.clock.instant();
        night.clock.pass(Duration.ofHours(5));
        var other = night.runner(reminders);
        other.refresh();
        assertThat(night.gauge("job.last.success", "reminders")).isEqualTo(done.getEpochSecond());
    }
}
