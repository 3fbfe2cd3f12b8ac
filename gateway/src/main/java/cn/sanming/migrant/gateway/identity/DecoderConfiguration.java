package cn.sanming.migrant.gateway.identity;

import java.util.Collection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/// Whose tokens the door believes: the built-in issuer's, or those of the issuer that the configuration names instead.
@Configuration(proxyBeanMethods = false)
class DecoderConfiguration {

    @Bean
    JwtDecoder jwtDecoder(
            ObjectProvider<SigningKeys> builtIn,
            IdentityProperties properties,
            @Value("${" + BuiltInIssuer.ISSUER + ":}") String issuer,
            @Value("${" + BuiltInIssuer.JWKS + ":}") String jwks,
            @Value("${migrant.security.jws-algorithm:ES256}") String algorithm) {
        var own = builtIn.getIfAvailable();
        if (own != null) {
            return checked(
                    NimbusJwtDecoder.withJwkSource(own)
                            .jwsAlgorithm(SignatureAlgorithm.ES256)
                            .build(),
                    properties.issuer(),
                    properties.audience());
        }
        return new SupplierJwtDecoder(() -> {
            var keys =
                    jwks.isBlank() ? NimbusJwtDecoder.withIssuerLocation(issuer) : NimbusJwtDecoder.withJwkSetUri(jwks);
            var decoder = keys.jwsAlgorithm(SignatureAlgorithm.from(algorithm)).build();
            return checked(decoder, issuer, properties.audience());
        });
    }

    private static JwtDecoder checked(NimbusJwtDecoder decoder, String issuer, String audience) {
        var inTime = new JwtTimestampValidator();
        inTime.setAllowEmptyExpiryClaim(false);
        OAuth2TokenValidator<Jwt> forUs =
                new JwtClaimValidator<Collection<String>>("aud", named -> named != null && named.contains(audience));
        decoder.setJwtValidator(
                issuer.isBlank()
                        ? new DelegatingOAuth2TokenValidator<>(inTime, forUs)
                        : new DelegatingOAuth2TokenValidator<>(inTime, forUs, new JwtIssuerValidator(issuer)));
        return decoder;
    }
}
