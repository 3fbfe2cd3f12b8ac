package cn.sanming.migrant.platform;

import cn.sanming.migrant.platform.cases.CaseConfiguration;
import cn.sanming.migrant.platform.imports.ImportsConfiguration;
import cn.sanming.migrant.platform.jobs.JobConfiguration;
import cn.sanming.migrant.platform.lifecycle.LifecycleConfiguration;
import cn.sanming.migrant.platform.protect.Audit;
import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Policy;
import cn.sanming.migrant.platform.reference.WorkingCalendar;
import cn.sanming.migrant.platform.rules.RuleConfiguration;
import cn.sanming.migrant.platform.store.StoreConfiguration;
import cn.sanming.migrant.platform.web.WebConfiguration;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/// What every service of the house stands on. A service adds its measures and nothing of this.
@AutoConfiguration(
        before = {
            org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration.class,
            org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration.class,
            org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration.class
        })
@Import({
    StoreConfiguration.class,
    WebConfiguration.class,
    CaseConfiguration.class,
    JobConfiguration.class,
    RuleConfiguration.class,
    LifecycleConfiguration.class,
    ImportsConfiguration.class
})
public class PlatformConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(Dates.ZONE);
    }

    @Bean
    @ConditionalOnMissingBean(TaskScheduler.class)
    TaskScheduler taskScheduler() {
        var scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("schedule-");
        return scheduler;
    }

    @Bean
    WorkingCalendar workingCalendar() {
        return WorkingCalendar.china();
    }

    /// The figures of the build, with those of the deployment (a mounted folder) laid over them.
    @Bean
    Policy policy(ResourcePatternResolver resources, @Value("${migrant.policy.location:}") String deployment)
            throws IOException {
        var policy = Policy.of(List.of());
        for (var file : resources.getResources("classpath*:policy/*.yaml")) {
            policy = policy.plus(read(file));
        }
        if (!deployment.isEmpty()) {
            for (var file : resources.getResources("file:" + deployment + "/*.yaml")) {
                policy = policy.plus(read(file));
            }
        }
        return policy;
    }

    private static Policy read(Resource file) throws IOException {
        try (var in = file.getInputStream()) {
            return Policy.load(in);
        }
    }

    @Bean
    FieldCipher fieldCipher(
            @Value("${migrant.security.field-key}") String fieldKey,
            @Value("${migrant.security.index-key}") String indexKey) {
        return new FieldCipher(fieldKey, indexKey);
    }

    @Bean
    Audit audit(MongoTemplate mongo) {
        return new Audit(mongo);
    }
}
