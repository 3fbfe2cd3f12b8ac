package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import java.util.Map;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/// Lets the API's description name fields as they are on the wire, and say what a controller's outcome holds, not
/// how it is wrapped.
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(ModelResolver.class)
public class ApiDocsConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class, CommandContext.class)
                .addResponseWrapperToIgnore(Outcome.class)
                .replaceWithClass(JsonNode.class, Map.class);
    }

    @Bean
    ModelResolver snakeCaseModels() {
        var mapper = Json31.mapper().copy();
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new Schemas(mapper);
    }
}
