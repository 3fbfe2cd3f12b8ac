package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.lifecycle.Lifecycles;
import cn.sanming.migrant.platform.web.Bodies;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The case definitions of a service and their routes.
@Configuration(proxyBeanMethods = false)
public class CaseConfiguration {

    @Bean
    Cases cases(MongoTemplate mongo, Lifecycles lifecycles, MeterRegistry meters, Clock clock) {
        return new Cases(mongo, lifecycles, new ParkedFollowUps(meters), clock);
    }

    @Bean
    FollowUpSweeper followUpSweeper(
            Cases cases, TaskScheduler scheduler, @Value("${migrant.cases.sweep-interval:60s}") Duration interval) {
        return new FollowUpSweeper(cases, scheduler, interval);
    }

    @Bean
    CaseKeyedPaths caseKeyedPaths(Cases cases) {
        return new CaseKeyedPaths(cases);
    }

    @Bean
    CaseIndexes caseIndexes() {
        return new CaseIndexes();
    }

    @Bean
    @ConditionalOnClass(name = "org.springdoc.core.customizers.OpenApiCustomizer")
    CaseApiDocs caseApiDocs(Cases cases) {
        return new CaseApiDocs(cases);
    }

    @Bean
    CaseRoutes caseRoutes(
            Cases cases,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            Bodies bodies,
            @Value("${migrant.security.outside-roles:}") Set<String> outsideRoles) {
        return new CaseRoutes(cases, mapping, bodies, outsideRoles);
    }
}
