package cn.sanming.migrant.job.recommendation;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/// Sends planned pushes beside the intake of events, so that a push to thousands never delays a blacklisting. What
/// a crash left behind is found again.
@Component
class PushWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PushWorker.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final PushDesk desk;
    private final TaskScheduler scheduler;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ExecutorService one = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("pushes").daemon().factory());

    PushWorker(PushDesk desk, TaskScheduler scheduler) {
        this.desk = desk;
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.scheduleWithFixedDelay(this::nudge, LOOK_AGAIN);
    }

    void nudge() {
        if (!one.isShutdown() && asked.compareAndSet(false, true)) {
            one.execute(this::drain);
        }
    }

    private void drain() {
        asked.set(false);
        try {
            for (var push : desk.pending()) {
                var sent = desk.send(push);
                LOG.debug("pushed {} to {} of {}", sent.vacancyId(), sent.made(), sent.candidates());
            }
        } catch (RuntimeException e) {
            LOG.warn("pushes wait: {}", e.toString());
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        one.shutdown();
        if (!one.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.info("a push is left for the next start");
        }
    }
}
