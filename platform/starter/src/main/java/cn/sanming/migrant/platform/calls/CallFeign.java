package cn.sanming.migrant.platform.calls;

import cn.sanming.migrant.platform.kernel.EventJson;
import cn.sanming.migrant.platform.trace.Traces;
import cn.sanming.migrant.platform.web.Correlation;
import feign.Request;
import feign.RequestInterceptor;
import feign.codec.Decoder;
import feign.codec.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;

/// How every Feign client of the house speaks: with our token, under the same correlation id, within its time,
/// reading only the fields it knows. Not a `@Configuration`: each client's own context makes it.
public class CallFeign {

    @Bean
    Request.Options callOptions(CallSettings settings) {
        return new Request.Options(
                settings.connectTimeout().toMillis(),
                TimeUnit.MILLISECONDS,
                settings.timeLimit().toMillis(),
                TimeUnit.MILLISECONDS,
                false);
    }

    @Bean
    RequestInterceptor callToken(ServiceTokens tokens) {
        return request -> tokens.current().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    }

    @Bean
    RequestInterceptor callCorrelation() {
        return request -> {
            var id = MDC.get(Correlation.MDC_KEY);
            if (id != null) {
                request.header(Correlation.HEADER, id);
            }
        };
    }

    @Bean
    RequestInterceptor callTrace() {
        return request -> {
            var traceparent = MDC.get(Traces.HEADER);
            if (traceparent != null) {
                request.header(Traces.HEADER, traceparent);
            }
        };
    }

    @Bean
    Decoder callDecoder() {
        return (response, type) -> {
            try (var body = response.body().asInputStream()) {
                return EventJson.readAs(body.readAllBytes(), type);
            }
        };
    }

    @Bean
    Encoder callEncoder() {
        return (body, type, request) -> {
            request.header("Content-Type", "application/json");
            request.body(EventJson.bytes(body), StandardCharsets.UTF_8);
        };
    }
}
