package cn.sanming.migrant.gateway.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/// The built-in issuer.
///
/// @param issuer     its name in every token
/// @param tokenLife  how long a token is good for; a quarter of an hour at most
/// @param signingKey a private P-256 key as JWK; without one, a key is made once and kept encrypted in the store
/// @param clients    YAML file of the systems that may ask for tokens, with hashed secrets
@ConfigurationProperties("migrant.gateway.identity")
record IdentityProperties(
        @DefaultValue("http://localhost:8080") String issuer,
        @DefaultValue("sanming-migrant") String audience,
        @DefaultValue("15m") Duration tokenLife,
        @Nullable String signingKey,
        @Nullable Resource clients,
        @DefaultValue Staff staff) {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    /// Passwords of officers, for places that have no identity provider: one machine, demonstrations, training.
    record Staff(
            @DefaultValue("false") boolean enabled,
            @Nullable Resource accounts) {}

    IdentityProperties {
        if (tokenLife.compareTo(LONGEST) > 0 || !tokenLife.isPositive()) {
            throw new IllegalArgumentException("a token lives longer than nothing and at most " + LONGEST);
        }
    }
}
