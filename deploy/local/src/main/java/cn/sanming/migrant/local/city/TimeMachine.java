package cn.sanming.migrant.local.city;

import cn.sanming.migrant.platform.events.EventIntake;
import cn.sanming.migrant.platform.events.Relay;
import cn.sanming.migrant.platform.jobs.JobRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.ObjectProvider;

/// Moves the city through time: every job that falls due on the way runs, in order, and what it sets off is
/// finished before the next one runs.
final class TimeMachine {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CityClock clock;
    private final List<ServiceInstance> instances;
    private final Admin kafka;
    private long settledAt = -1;

    /// @param jobs how many jobs ran
    record Journey(Instant from, Instant to, int jobs, List<String> failed) {}

    /// A job of a department on a date, in each of its instances.
    private record Due(Instant at, String job, List<Callable<Boolean>> instances) {}

    TimeMachine(CityClock clock, List<ServiceInstance> instances, Admin kafka) {
        this.clock = clock;
        this.instances = instances;
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
        var due = due(from, target);
        var failed = new ArrayList<String>();
        for (var next : due) {
            clock.set(next.at());
            if (!performed(next)) {
                failed.add(next.job());
            }
            settle();
        }
        clock.set(target);
        return new Journey(from, target, due.size(), failed);
    }

    private List<Due> due(Instant from, Instant target) {
        var due = new LinkedHashMap<String, Due>();
        for (var instance : instances) {
            var runner = instance.context().getBeanProvider(JobRunner.class).getIfAvailable();
            if (runner != null) {
                for (var run : runner.dueBetween(from, target)) {
                    var job = instance.name() + ' ' + run.job().name() + ' ' + run.date();
                    due.computeIfAbsent(job, _ -> new Due(run.due(), job, new ArrayList<>()))
                            .instances()
                            .add(() -> runner.perform(run));
                }
            }
        }
        return due.values().stream().sorted(Comparator.comparing(Due::at)).toList();
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

    /// Waits until every event that was recorded has been delivered and reacted to, and so on until nothing moves.
    synchronized void settle() throws InterruptedException, ExecutionException {
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            var relays = each(Relay.class);
            long delivered = relays.stream().mapToLong(Relay::delivered).sum();
            boolean empty = relays.stream().allMatch(Relay::isIdle);
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
        var handled = new HashMap<String, Map<TopicPartition, Long>>();
        for (var intake : each(EventIntake.class)) {
            intake.handled()
                    .forEach((partition, offset) -> handled.computeIfAbsent(intake.group(), _ -> new HashMap<>())
                            .merge(partition, offset, Math::max));
        }
        for (var intake : each(EventIntake.class)) {
            for (var topic : intake.topics()) {
                for (var partition : topics.getOrDefault(topic, List.of())) {
                    if (reached(handled.getOrDefault(intake.group(), Map.of()), intake, partition)
                            < ends.get(partition)) {
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
    private long reached(Map<TopicPartition, Long> handled, EventIntake intake, TopicPartition partition) {
        var offset = handled.get(partition);
        return offset == null ? committed(intake, partition) : offset;
    }

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
        return instances.stream()
                .map(instance -> instance.context().getBeanProvider(type))
                .map(ObjectProvider::getIfAvailable)
                .filter(bean -> bean != null)
                .toList();
    }
}
