package cn.sanming.migrant.platform.store;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mapping.model.EntityInstantiators;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.scheduling.TaskScheduler;

/// Converters, indexes and time limits of the document store.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreLimits.class)
public class StoreConfiguration {

    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return Converters.all();
    }

    /// Documents of older versions stay readable, and what newer ones have written stays.
    @Bean
    static BeanPostProcessor olderDocuments() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof MappingMongoConverter converter) {
                    converter.setInstantiators(new EntityInstantiators(new OlderDocuments()));
                }
                return bean;
            }
        };
    }

    @Bean
    NewerFields newerFields(MongoConverter converter) {
        return new NewerFields(converter);
    }

    @Bean
    MongoClientSettingsBuilderCustomizer storeLimits(
            StoreLimits limits, @Value("${migrant.store.prepare-only:false}") boolean preparing) {
        return limits.customizer(preparing);
    }

    @Bean
    StoreHealth storeHealthIndicator(MongoTemplate mongo, Indexes indexes) {
        return new StoreHealth(mongo, indexes);
    }

    @Bean
    Indexes indexes(
            MongoTemplate mongo,
            TaskScheduler scheduler,
            ObjectProvider<Migration> migrations,
            ObjectProvider<IndexContribution> contributions) {
        return new Indexes(
                mongo,
                scheduler,
                new Migrations(migrations.orderedStream().toList(), mongo),
                contributions.orderedStream().toList());
    }

    @Bean
    @ConditionalOnProperty("migrant.store.prepare-only")
    Preparation preparation(Indexes indexes, ApplicationContext context) {
        return new Preparation(indexes, context);
    }
}
