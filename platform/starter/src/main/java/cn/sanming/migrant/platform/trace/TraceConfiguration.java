package cn.sanming.migrant.platform.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/// Traces on, when there is somebody to send them to: an endpoint (`migrant.traces.endpoint`, OTLP over HTTP) or a
/// `SpanProcessor` bean.
@AutoConfiguration
@EnableConfigurationProperties(TraceSettings.class)
public class TraceConfiguration {

    /// Stopped with the context, so what has been recorded is sent.
    record Telemetry(OpenTelemetry open, @Nullable OpenTelemetrySdk sdk) implements AutoCloseable {
        @Override
        public void close() {
            if (sdk != null) {
                sdk.close();
            }
        }
    }

    @Bean
    Telemetry requestTelemetry(
            TraceSettings settings,
            ObjectProvider<SpanProcessor> given,
            @Value("${spring.application.name}") String service) {
        var processors = new ArrayList<>(given.orderedStream().toList());
        var endpoint = settings.endpoint();
        if (endpoint != null && !endpoint.isBlank()) {
            processors.add(BatchSpanProcessor.builder(
                            OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build())
                    .build());
        }
        return processors.isEmpty()
                ? new Telemetry(OpenTelemetry.noop(), null)
                : recording(processors, settings.sampled(), service);
    }

    private static Telemetry recording(List<SpanProcessor> processors, double sampled, String service) {
        var provider = SdkTracerProvider.builder()
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(sampled)))
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service))));
        processors.forEach(provider::addSpanProcessor);
        var sdk = OpenTelemetrySdk.builder().setTracerProvider(provider.build()).build();
        return new Telemetry(sdk, sdk);
    }

    @Bean
    Traces requestTraces(Telemetry telemetry) {
        return new Traces(telemetry.open());
    }

    /// Outside of security, so that refusals have a span too.
    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter(Traces traces) {
        var registration = new FilterRegistrationBean<>(new TraceFilter(traces));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return registration;
    }
}
