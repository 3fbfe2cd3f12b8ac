package cn.sanming.migrant.legalaid.arrears.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the wage department is and how long to wait for it.
///
/// @param timeLimit for one try, all included; @param openFor how long the breaker leaves the department in peace
@ConfigurationProperties("migrant.wage")
record WageProperties(
        String url,
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("1500ms") Duration timeLimit,
        @DefaultValue("2") int tries,
        @DefaultValue("10s") Duration openFor,
        @DefaultValue Token token) {

    /// The service's own account at the issuer; without a URL requests go without a token.
    record Token(
            @Nullable String url,
            @Nullable String clientId,
            @Nullable String clientSecret) {}
}
