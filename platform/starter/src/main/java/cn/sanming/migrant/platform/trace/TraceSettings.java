package cn.sanming.migrant.platform.trace;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where traces go, and how many.
///
/// @param endpoint OTLP over HTTP, for instance `http://otel-collector:4318/v1/traces`; none: nothing is recorded
/// @param sampled the part of the traces begun here that are recorded, 0 to 1; a trace from outside keeps its own say
@ConfigurationProperties("migrant.traces")
record TraceSettings(
        @Nullable String endpoint, @DefaultValue("0.1") double sampled) {}
