package cn.sanming.migrant.platform.test;

import java.time.Instant;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/// The clock, the issuer and the client of a service under test.
@TestConfiguration(proxyBeanMethods = false)
public class TestPlatform {

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock(Instant.parse("2024-04-15T01:00:00Z"));
    }

    @Bean
    @Primary
    JwtDecoder testIssuer() {
        return Tokens.decoder();
    }

    @Bean
    QueryShapes queryShapes() {
        return new QueryShapes();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer watched(QueryShapes shapes) {
        return settings -> settings.addCommandListener(shapes).addCommandListener(new StoreUse());
    }

    @Bean
    Api api(Environment environment) {
        return new Api(
                () -> "http://localhost:" + environment.getRequiredProperty("local.server.port"),
                () -> "http://localhost:" + environment.getRequiredProperty("local.management.port"));
    }

    @Bean
    Events events(Environment environment) {
        return new Events(environment.getRequiredProperty("spring.kafka.bootstrap-servers"));
    }
}
