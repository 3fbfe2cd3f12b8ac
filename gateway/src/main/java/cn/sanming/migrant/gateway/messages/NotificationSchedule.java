package cn.sanming.migrant.gateway.messages;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/// Looks again and again for messages that are due and sees them out, so many at once. While the store is away it
/// waits; two gateways share the work without sending anything twice.
@Component
final class NotificationSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationSchedule.class);
    private static final int ROUND = 200;

    private final MessageStore messages;
    private final NotificationDelivery delivery;
    private final PostSettings settings;
    private final TaskScheduler scheduler;
    private final InstantSource machine = InstantSource.system();
    private boolean silent;

    NotificationSchedule(
            MessageStore messages, NotificationDelivery delivery, PostSettings settings, TaskScheduler scheduler) {
        this.messages = messages;
        this.delivery = delivery;
        this.settings = settings;
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.scheduleWithFixedDelay(this::rounds, settings.interval());
    }

    private void rounds() {
        try {
            while (round() == ROUND) {
                LOG.debug("a full round of messages is out; the next one begins");
            }
            silent = false;
        } catch (DataAccessException e) {
            if (!silent) {
                LOG.warn("messages wait for the store: {}", e.getClass().getSimpleName());
            }
            silent = true;
        }
    }

    private int round() {
        var due = messages.due(machine.instant(), ROUND);
        var places = new Semaphore(settings.parallel());
        try (var carriers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var message : due) {
                places.acquireUninterruptibly();
                carriers.submit(() -> {
                    try {
                        delivery.deliver(message);
                    } catch (RuntimeException e) {
                        LOG.warn(
                                "message {} waits for its next try: {}",
                                message.id(),
                                e.getClass().getSimpleName());
                    } finally {
                        places.release();
                    }
                });
            }
        }
        return due.size();
    }
}
