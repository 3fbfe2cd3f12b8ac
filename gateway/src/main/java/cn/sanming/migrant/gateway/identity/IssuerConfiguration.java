package cn.sanming.migrant.gateway.identity;

import cn.sanming.migrant.gateway.door.RateLimit;
import cn.sanming.migrant.platform.protect.FieldCipher;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;

/// The built-in issuer on Spring's authorization server: the token endpoint for systems, the public keys, and what
/// mints the tokens of people. No other endpoint of the protocol is open.
@Configuration(proxyBeanMethods = false)
@Conditional(BuiltInIssuer.class)
class IssuerConfiguration {

    @Bean
    TokenClock tokenClock() {
        return new TokenClock(Clock.systemUTC());
    }

    @Bean
    SigningKeys signingKeys(IdentityProperties properties, MongoTemplate mongo, FieldCipher cipher, TokenClock time) {
        return new SigningKeys(properties.signingKey(), mongo, cipher, time);
    }

    @Bean
    JwtEncoder jwtEncoder(SigningKeys signingKeys) {
        return new NimbusJwtEncoder(signingKeys);
    }

    @Bean
    Tokens tokens(JwtEncoder encoder, IdentityProperties properties, TokenClock time) {
        return new Tokens(encoder, properties, time);
    }

    @Bean
    Clients clients(IdentityProperties properties) {
        return new Clients(properties);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentityProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
    }

    /// Puts the house's claims into the tokens of systems.
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> houseClaims(Clients clients, IdentityProperties properties) {
        return context -> {
            context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
            var client = context.getRegisteredClient().getClientId();
            var holder = clients.holder(client)
                    .orElseThrow(() -> new IllegalStateException("a client has vanished: " + client));
            context.getClaims().audience(List.of(properties.audience())).claims(all -> all.putAll(holder.claims()));
        };
    }

    @Bean
    @Order(1)
    SecurityFilterChain issuerChain(
            HttpSecurity http, Clients clients, AuthorizationServerSettings settings, RateLimit rateLimit)
            throws Exception {
        return http.securityMatcher(settings.getTokenEndpoint(), settings.getJwkSetEndpoint())
                .with(new OAuth2AuthorizationServerConfigurer(), server -> server.registeredClientRepository(clients)
                        .authorizationService(new SelfContained())
                        .authorizationServerSettings(settings))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(rateLimit, AbstractPreAuthenticatedProcessingFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(settings.getTokenEndpoint())
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @ConditionalOnBooleanProperty("migrant.gateway.identity.staff.enabled")
    StaffDesk staffDesk(
            IdentityProperties properties,
            Pseudonyms pseudonyms,
            Tokens tokens,
            PasswordEncoder passwords,
            TokenClock time) {
        var accounts = new Accounts(properties.staff().accounts(), pseudonyms);
        return new StaffDesk(accounts, tokens, new FailedLogins(), passwords, time);
    }
}
