package cn.sanming.migrant.platform.store;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.scheduling.TaskScheduler;

/// Converters and indexes of the document store.
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return Converters.all();
    }

    @Bean
    Indexes indexes(MongoTemplate mongo, TaskScheduler scheduler, ApplicationEventPublisher events) {
        return new Indexes(mongo, scheduler, events);
    }
}
