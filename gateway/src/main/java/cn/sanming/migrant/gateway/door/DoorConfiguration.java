package cn.sanming.migrant.gateway.door;

import cn.sanming.migrant.platform.security.RolesConverter;
import cn.sanming.migrant.platform.security.SecurityConfiguration.SecurityProblems;
import cn.sanming.migrant.platform.web.Correlation;
import cn.sanming.migrant.platform.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/// Builds the door: what is open to everybody, what needs a token, and what does not exist. Whether a token is
/// enough for a department's business is that department's own decision; a bad token gets nowhere.
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private static final String[] OPEN_PAGES = {
        "/",
        Paths.BOARD,
        Paths.BOARD + "/**",
        "/openapi/*",
        "/v3/api-docs/**",
        "/swagger-ui.html",
        "/swagger-ui/**",
        "/.well-known/*"
    };

    @Bean
    @Order(2)
    SecurityFilterChain doorChain(
            HttpSecurity http, CorsConfigurationSource origins, RateLimit rateLimit, SecurityProblems problems)
            throws Exception {
        var entryPoint = new CountedEntryPoint(rateLimit, problems.entryPoint());
        return http.csrf(AbstractHttpConfigurer::disable)
                .cors(cors -> cors.configurationSource(origins))
                .headers(DoorConfiguration::headers)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(rateLimit, BearerTokenAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, OPEN_PAGES)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, OPEN_PAGES)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/identity/*/sessions")
                        .permitAll()
                        .requestMatchers("/api/v1/identity/**", "/api/v1/messages/**")
                        .authenticated()
                        .requestMatchers(Paths.API + "**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(new RolesConverter()))
                        .authenticationEntryPoint(entryPoint)
                        .accessDeniedHandler(problems.accessDenied()))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(entryPoint).accessDeniedHandler(problems.accessDenied()))
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }

    @Bean
    CorsConfigurationSource origins(DoorProperties properties) {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(properties.cors().allowedOrigins());
        cors.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.CONTENT_TYPE,
                HttpHeaders.ACCEPT_LANGUAGE,
                HttpHeaders.IF_MATCH,
                HttpHeaders.IF_NONE_MATCH,
                "Idempotency-Key",
                Traces.HEADER,
                Correlation.HEADER));
        cors.setExposedHeaders(List.of(
                HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.LINK, HttpHeaders.RETRY_AFTER, Correlation.HEADER));
        cors.setMaxAge(Duration.ofHours(1));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        return source;
    }

    @Bean
    RateLimit rateLimit(DoorProperties properties, ProblemWriter answers) {
        return new RateLimit(properties.limits(), new TokenBuckets(System::nanoTime), answers);
    }

    /// The rate limit stands inside the security chains, where callers are known, and nowhere else.
    @Bean
    FilterRegistrationBean<RateLimit> rateLimitOnlyInChains(RateLimit rateLimit) {
        var registration = new FilterRegistrationBean<>(rateLimit);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<SizeLimit> sizeLimit(DoorProperties properties, ProblemWriter answers) {
        var registration = new FilterRegistrationBean<>(new SizeLimit(properties.size(), answers));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    /// Reference data and notices are the same for everybody: clients may ask whether anything is new and hear 304.
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> referenceEtags() {
        var etags = new ShallowEtagHeaderFilter();
        etags.setWriteWeakETag(true); // the container packs nothing that bears a strong one
        var registration = new FilterRegistrationBean<>(etags);
        registration.addUrlPatterns(Paths.API + "reference/*", Paths.API + "notices/*");
        return registration;
    }
}
