package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.lifecycle.Lifecycles;
import cn.sanming.migrant.platform.web.Bodies;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The case definitions of a service and their routes.
@Configuration(proxyBeanMethods = false)
public class CaseConfiguration {

    @Bean
    Cases cases(MongoTemplate mongo, Lifecycles lifecycles) {
        return new Cases(mongo, lifecycles);
    }

    @Bean
    @ConditionalOnClass(name = "org.springdoc.core.customizers.OpenApiCustomizer")
    CaseApiDocs docketDocs(Cases cases) {
        return new CaseApiDocs(cases);
    }

    @Bean
    CaseIndexes caseIndexes() {
        return new CaseIndexes();
    }

    @Bean
    CaseRoutes docketRoutes(
            Cases cases,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            MongoTemplate mongo,
            Bodies bodies,
            @Value("${migrant.security.outside-roles:}") Set<String> outsideRoles) {
        return new CaseRoutes(cases, mapping, mongo, bodies, outsideRoles);
    }
}
