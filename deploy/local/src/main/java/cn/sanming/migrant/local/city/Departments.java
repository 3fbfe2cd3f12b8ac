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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.ObjectProvider;

/// The departments as the time machine sees them: what falls due in them, and whether they are at rest.
final class Departments implements TimeMachine.Travellers {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<ServiceInstance> instances;
    private final Admin kafka;
    private long settledAt = -1;

    Departments(List<ServiceInstance> instances, Admin kafka) {
        this.instances = instances;
        this.kafka = kafka;
    }

    @Override
    public void forgetAfter(Instant instant) {
        each(JobRunner.class).forEach(runner -> runner.forgetAfter(instant));
    }

    @Override
    public List<TimeMachine.Due> due(Instant from, Instant target) {
        var due = new LinkedHashMap<String, TimeMachine.Due>();
        for (var instance : instances) {
            var runner = instance.context().getBeanProvider(JobRunner.class).getIfAvailable();
            if (runner != null) {
                for (var run : runner.dueBetween(from, target)) {
                    var job = instance.name() + ' ' + run.job().name() + ' ' + run.date();
                    due.computeIfAbsent(job, _ -> new TimeMachine.Due(run.due(), job, new ArrayList<>()))
                            .instances()
                            .add(() -> runner.perform(run));
                }
            }
        }
        return due.values().stream()
                .sorted(Comparator.comparing(TimeMachine.Due::at))
                .toList();
    }

    /// Waits until every event that was recorded has been delivered and reacted to, and so on until nothing moves.
    @Override
    public void settle() throws InterruptedException, ExecutionException {
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
