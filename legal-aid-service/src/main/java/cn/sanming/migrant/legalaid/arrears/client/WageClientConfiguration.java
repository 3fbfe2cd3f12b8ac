package cn.sanming.migrant.legalaid.arrears.client;

import cn.sanming.migrant.legalaid.arrears.ArrearsBook;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the question to the wage department.
@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = WageArrears.class)
@EnableConfigurationProperties(WageProperties.class)
class WageClientConfiguration {

    @Bean
    ServiceTokens serviceTokens(WageProperties properties) {
        return new ServiceTokens(properties);
    }

    @Bean
    WageClient wageClient(
            WageArrears wages,
            ServiceTokens tokens,
            ArrearsBook book,
            WageProperties properties,
            MeterRegistry meters) {
        var client = new WageClient(wages, tokens, book, properties);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(client.breakers()).bindTo(meters);
        return client;
    }
}
