package cn.sanming.migrant.platform.jobs;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.TaskScheduler;

/// The runner of all `BusinessJob`s of a service.
@Configuration(proxyBeanMethods = false)
public class JobConfiguration {

    @Bean
    JobRunner jobRunner(
            ObjectProvider<BusinessJob> jobs,
            MongoTemplate mongo,
            Clock clock,
            TaskScheduler scheduler,
            @Value("${migrant.jobs.automatic:true}") boolean automatic) {
        return new JobRunner(jobs.orderedStream().toList(), new Leases(mongo), clock, scheduler, automatic);
    }
}
