package cn.sanming.migrant.platform.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.TaskScheduler;

/// The runner of all `DueWork` of a service.
@Configuration(proxyBeanMethods = false)
public class JobConfiguration {

    /// Renews leases.
    @Bean(defaultCandidate = false, destroyMethod = "shutdownNow")
    @Qualifier("leaseRenewals")
    ScheduledExecutorService leaseRenewals() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("lease-renewals").factory());
    }

    @Bean
    JobRunner jobRunner(
            ObjectProvider<DueWork> jobs,
            MongoTemplate mongo,
            MeterRegistry registry,
            Clock clock,
            @Qualifier("leaseRenewals") ScheduledExecutorService renewals) {
        var all = jobs.orderedStream().toList();
        return new JobRunner(
                all,
                mongo,
                new JobLeases(mongo, renewals, JobLeases.LENGTH),
                new JobMetrics(registry, all, clock.instant()),
                clock);
    }

    /// The machine's time drives the jobs, unless a settable clock does so itself.
    @Bean
    ApplicationListener<ApplicationReadyEvent> jobDrive(
            JobRunner runner, TaskScheduler scheduler, @Value("${migrant.jobs.automatic:true}") boolean automatic) {
        return _ -> {
            if (automatic) {
                runner.driveBy(scheduler);
            }
        };
    }

    @Bean
    JobsEndpoint jobsEndpoint(JobRunner runner) {
        return new JobsEndpoint(runner);
    }
}
