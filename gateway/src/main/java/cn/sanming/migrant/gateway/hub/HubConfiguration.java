package cn.sanming.migrant.gateway.hub;

import cn.sanming.migrant.gateway.routing.Routes;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashSet;
import java.util.TreeMap;
import org.springdoc.core.properties.AbstractSwaggerUiConfigProperties.SwaggerUrl;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Lists the descriptions of all services in one Swagger UI, the door's own first.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("springdoc.swagger-ui.enabled")
class HubConfiguration {

    @Bean
    SmartInitializingSingleton allDescriptions(SwaggerUiConfigProperties ui, Routes routes) {
        return () -> {
            var urls = new LinkedHashSet<SwaggerUrl>();
            urls.add(new SwaggerUrl("gateway", "/v3/api-docs", "统一网关 gateway (identity, reference)"));
            new TreeMap<>(routes.routes())
                    .forEach((area, route) ->
                            urls.add(new SwaggerUrl(area, "/openapi/" + area, route.zh() + " " + route.service())));
            ui.setUrls(urls);
        };
    }

    @Bean
    OpenAPI gatewayDescription() {
        var bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT");
        return new OpenAPI()
                .info(new Info()
                        .title("gateway")
                        .version("v1")
                        .description("统一网关：身份与基础数据 / identity and reference data"))
                .components(new Components().addSecuritySchemes("bearer", bearer))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }
}
