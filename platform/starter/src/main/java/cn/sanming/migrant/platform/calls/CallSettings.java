package cn.sanming.migrant.platform.calls;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long to wait for another department. Its address stands beside, as `migrant.calls.<service>.url`.
///
/// @param timeLimit for one try, all included
/// @param tries of one question
/// @param openFor how long an open breaker leaves a department in peace
@ConfigurationProperties("migrant.calls")
record CallSettings(
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
