package cn.sanming.migrant.legalaid.arrears.client;

import cn.sanming.migrant.platform.casefile.EventJson;
import feign.Request;
import feign.RequestInterceptor;
import feign.codec.Decoder;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;

/// How the one Feign client speaks: with our token, within its time, reading only the fields it knows.
class WageFeign {

    @Bean
    Request.Options wageOptions(WageProperties properties) {
        return new Request.Options(
                properties.connectTimeout().toMillis(),
                TimeUnit.MILLISECONDS,
                properties.timeLimit().toMillis(),
                TimeUnit.MILLISECONDS,
                false);
    }

    @Bean
    RequestInterceptor wageToken(ServiceTokens tokens) {
        return request -> tokens.current().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    }

    @Bean
    Decoder wageDecoder() {
        return (response, type) -> {
            try (var body = response.body().asInputStream()) {
                return EventJson.read(body.readAllBytes(), (Class<?>) type);
            }
        };
    }
}
