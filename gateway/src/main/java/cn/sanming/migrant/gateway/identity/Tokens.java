package cn.sanming.migrant.gateway.identity;

import com.mongodb.MongoException;
import java.util.List;
import java.util.UUID;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtEncodingException;

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
        return new Issued(signed(claims), "Bearer", properties.tokenLife().toSeconds(), holder.roles());
    }

    private String signed(JwtClaimsSet claims) {
        var header = JwsHeader.with(SignatureAlgorithm.ES256).build();
        try {
            return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        } catch (JwtEncodingException e) {
            throw NestedExceptionUtils.getMostSpecificCause(e) instanceof MongoException
                    ? new DataAccessResourceFailureException("no key to sign with", e)
                    : e;
        }
    }
}
