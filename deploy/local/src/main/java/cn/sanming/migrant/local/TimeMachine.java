package cn.sanming.migrant.local;

import cn.sanming.migrant.platform.events.EventIntake;
import cn.sanming.migrant.platform.events.Relay;
import cn.sanming.migrant.platform.jobs.JobRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.ObjectProvider;

/// Moves the city through time: every job that falls due on the way runs, in order, and what it sets off is finished
/// before the next one runs.
final class TimeMachine {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CityClock clock;
    private final List<Room> rooms;
    private final Admin kafka;
    private long settledAt = -1;

    /// @param jobs how many jobs ran
    record Journey(Instant from, Instant to, int jobs, List<String> failed) {}

    private record Due(JobRunner runner, JobRunner.Run run) {}

    TimeMachine(CityClock clock, List<Room> rooms, Admin kafka) {
        this.clock = clock;
        this.rooms = rooms;
        this.kafka = kafka;
    }

    synchronized Journey moveTo(Instant target) throws InterruptedException, ExecutionException {
        var from = clock.instant();
        settle();
        if (target.isBefore(from)) {
            clock.set(target);
            each(JobRunner.class).forEach(runner -> runner.forgetAfter(target));
            return new Journey(from, target, 0, List.of());
        }
        var due = new ArrayList<Due>();
        for (var runner : each(JobRunner.class)) {
            runner.dueBetween(from, target).forEach(run -> due.add(new Due(runner, run)));
        }
        due.sort(Comparator.comparing(next -> next.run().due()));
        var failed = new ArrayList<String>();
        for (var next : due) {
            clock.set(next.run().due());
            if (!next.runner().perform(next.run())) {
                failed.add(next.run().job().name() + " " + next.run().date());
            }
            settle();
        }
        clock.set(target);
        return new Journey(from, target, due.size(), failed);
    }

    /// Waits until every event that was recorded has been delivered and reacted to, and so on until nothing moves.
    synchronized void settle() throws InterruptedException, ExecutionException {
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            var relays = each(Relay.class);
            long delivered = relays.stream().mapToLong(Relay::delivered).sum();
            boolean empty = relays.stream().allMatch(relay -> relay.depth() == 0);
            if (empty && delivered == settledAt) {
                return;
            }
            if (empty && allHandled()) {
                settledAt = delivered;
            } else {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        throw new IllegalStateException("the city did not come to rest within " + PATIENCE);
    }

    private boolean allHandled() throws InterruptedException, ExecutionException {
        var topics = new HashMap<String, List<TopicPartition>>();
        var ends = ends(topics);
        for (var intake : each(EventIntake.class)) {
            var handled = intake.handled();
            for (var topic : intake.topics()) {
                for (var partition : topics.getOrDefault(topic, List.of())) {
                    if (handled.getOrDefault(partition, committed(intake, partition)) < ends.get(partition)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private Map<TopicPartition, Long> ends(Map<String, List<TopicPartition>> topics)
            throws InterruptedException, ExecutionException {
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        var names = kafka.listTopics().names().get().stream()
                .filter(name -> name.endsWith(".events"))
                .toList();
        kafka.describeTopics(names).allTopicNames().get().forEach((name, description) -> {
            var partitions = description.partitions().stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            topics.put(name, partitions);
            partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        });
        var ends = new HashMap<TopicPartition, Long>();
        kafka.listOffsets(wanted).all().get().forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    /// A partition without news since the start stands where its group committed it before.
    private long committed(EventIntake intake, TopicPartition partition) {
        try {
            var offsets = kafka.listConsumerGroupOffsets(intake.group())
                    .partitionsToOffsetAndMetadata()
                    .get();
            var offset = offsets.get(partition);
            return offset == null ? 0 : offset.offset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> List<T> each(Class<T> type) {
        return rooms.stream()
                .map(room -> room.context().getBeanProvider(type))
                .map(ObjectProvider::getIfAvailable)
                .filter(bean -> bean != null)
                .toList();
    }
}
