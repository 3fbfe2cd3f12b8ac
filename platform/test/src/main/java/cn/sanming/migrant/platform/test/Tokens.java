package cn.sanming.migrant.platform.test;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/// Mints bearer tokens that the services of a test believe.
public final class Tokens {

    /// A fixed key, so that a service in another process believes the same tokens. It signs nothing outside tests.
    private static final ECKey KEY = read();

    private Tokens() {}

    /// Somebody with roles: an officer of a county (or of the city), an employer, a worker.
    public record Who(
            String id,
            List<String> roles,
            @Nullable String unit,
            @Nullable String county,
            @Nullable String creditCode,
            @Nullable String workerId) {

        public static Who officer(String id, @Nullable String county, String... roles) {
            return new Who(id, List.of(roles), null, county, null, null);
        }

        public static Who ofUnit(String id, String unit, @Nullable String county, String... roles) {
            return new Who(id, List.of(roles), unit, county, null, null);
        }

        public static Who firm(String creditCode) {
            return new Who("firm-" + creditCode, List.of("EMPLOYER"), null, null, creditCode, null);
        }

        public static Who worker(String workerId) {
            return new Who("worker-" + workerId, List.of("WORKER"), null, null, null, workerId);
        }
    }

    private static ECKey read() {
        try (var in = Tokens.class.getResourceAsStream("/test-issuer.jwk.json")) {
            return ECKey.parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String mint(Who who) {
        var now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .subject(who.id())
                .audience(List.of("sanming-migrant"))
                .issuedAt(now)
                .expiresAt(now.plusSeconds(900))
                .claim("roles", who.roles());
        put(claims, "unit", who.unit());
        put(claims, "county", who.county());
        put(claims, "credit_code", who.creditCode());
        put(claims, "worker_id", who.workerId());
        var header = JwsHeader.with(SignatureAlgorithm.ES256).build();
        return new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(KEY)))
                .encode(JwtEncoderParameters.from(header, claims.build()))
                .getTokenValue();
    }

    private static void put(JwtClaimsSet.Builder claims, String name, @Nullable String value) {
        if (value != null) {
            claims.claim(name, value);
        }
    }

    static String publicKeys() {
        return new JWKSet(KEY.toPublicJWK()).toString();
    }

    static JwtDecoder decoder() {
        return NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(new JWKSet(KEY)))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
    }
}
