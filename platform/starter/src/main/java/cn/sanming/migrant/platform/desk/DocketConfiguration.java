package cn.sanming.migrant.platform.desk;

import cn.sanming.migrant.platform.lifecycle.Lifecycles;
import cn.sanming.migrant.platform.web.Bodies;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The dockets of a service and their routes.
@Configuration(proxyBeanMethods = false)
public class DocketConfiguration {

    @Bean
    Dockets dockets(MongoTemplate mongo, Lifecycles lifecycles) {
        return new Dockets(mongo, lifecycles);
    }

    @Bean
    @ConditionalOnClass(name = "org.springdoc.core.customizers.OpenApiCustomizer")
    DocketDocs docketDocs(Dockets dockets) {
        return new DocketDocs(dockets);
    }

    @Bean
    DocketRoutes docketRoutes(
            Dockets dockets,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            MongoTemplate mongo,
            Bodies bodies) {
        return new DocketRoutes(dockets, mapping, mongo, bodies);
    }
}
