package cn.sanming.migrant.platform.cases;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follow-ups that were tried often enough: they stay in their case, are counted, and somebody has to look at them.
final class ParkedFollowUps implements FollowUps.Parking {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedFollowUps.class);

    private final ConcurrentMap<String, String> parked = new ConcurrentHashMap<>();

    ParkedFollowUps(MeterRegistry meters) {
        Gauge.builder("job.parked", parked, ConcurrentMap::size)
                .tag("job", "follow-ups")
                .register(meters);
    }

    @Override
    public void park(Class<?> type, String caseId, PendingFollowUp step, RuntimeException why) {
        parked.put(step.id(), step.step());
        LOG.error("{} of {} is parked after {} tries", step.step(), caseId, FollowUps.TRIES, why);
    }

    @Override
    public void settled(Class<?> type, String caseId, PendingFollowUp step) {
        parked.remove(step.id());
    }
}
