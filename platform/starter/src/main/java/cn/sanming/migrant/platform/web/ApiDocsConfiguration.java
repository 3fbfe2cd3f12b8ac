package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import java.util.Map;
import org.springdoc.core.converters.ModelConverterRegistrar;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
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

    /// springdoc keeps its converters once for the whole process, and rooms that start side by side mix up their order,
    /// on which the descriptions hang. Each room puts them in order again, one at a time, when it has started: the
    // last
    /// one leaves the order that a room has alone.
    @EventListener(ApplicationReadyEvent.class)
    void inOrder(ApplicationReadyEvent ready) {
        var context = ready.getApplicationContext();
        var settings = context.getBeanProvider(SpringDocConfigProperties.class).getIfAvailable();
        if (settings != null) {
            synchronized (ModelConverterRegistrar.class) {
                new ModelConverterRegistrar(
                        context.getBeanProvider(ModelConverter.class)
                                .orderedStream()
                                .toList(),
                        settings);
            }
        }
    }
}
