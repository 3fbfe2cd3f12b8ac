package cn.sanming.migrant.gateway.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/// Issues the tokens (令牌) of people; systems get theirs, with the same claims, at the token endpoint.
public final class Tokens {

    private final JwtEncoder encoder;
    private final IdentityProperties properties;
    private final TokenClock time;

    /// A token as RFC 6749 answers it, and what it allows, so that a caller need not take it apart.
    public record Issued(String accessToken, String tokenType, long expiresIn, List<String> roles) {}

    Tokens(JwtEncoder encoder, IdentityProperties properties, TokenClock time) {
        this.encoder = encoder;
        this.properties = properties;
        this.time = time;
    }

    public Issued issue(Holder holder) {
        var now = time.clock().instant();
        var claims = JwtClaimsSet.builder()
                .id(UUID.randomUUID().toString())
                .issuer(properties.issuer())
                .audience(List.of(properties.audience()))
                .subject(holder.subject())
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(properties.tokenLife()))
                .claims(all -> all.putAll(holder.claims()))
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.ES256).build();
        var token = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        return new Issued(token, "Bearer", properties.tokenLife().toSeconds(), holder.roles());
    }
}
