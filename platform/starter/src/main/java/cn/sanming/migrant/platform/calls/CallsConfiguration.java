package cn.sanming.migrant.platform.calls;

import cn.sanming.migrant.platform.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// The lines of a service to the others.
@AutoConfiguration
@EnableConfigurationProperties(CallSettings.class)
public class CallsConfiguration {

    @Bean
    ServiceTokens serviceTokens(CallSettings settings) {
        return new ServiceTokens(settings);
    }

    @Bean
    DepartmentClients departmentClients(
            CallSettings settings, ServiceTokens tokens, MeterRegistry meters, Traces traces) {
        return new DepartmentClients(settings, tokens, meters, traces);
    }
}
