package cn.sanming.migrant.platform.store;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
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
    Indexes indexes(
            MongoTemplate mongo,
            TaskScheduler scheduler,
            ApplicationEventPublisher events,
            ObjectProvider<Migration> migrations,
            ObjectProvider<IndexContribution> contributions) {
        return new Indexes(
                mongo,
                scheduler,
                events,
                new Migrations(migrations.orderedStream().toList(), mongo),
                contributions.orderedStream().toList());
    }

    @Bean
    @ConditionalOnProperty("migrant.store.prepare-only")
    Preparation preparation(Indexes indexes, ApplicationContext context) {
        return new Preparation(indexes, context);
    }
}
