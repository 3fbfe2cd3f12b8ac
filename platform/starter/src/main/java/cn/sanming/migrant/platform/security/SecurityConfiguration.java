package cn.sanming.migrant.platform.security;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/// The chain of every service: rules and life cycles are public, all other business needs a checked token, the rest
/// is refused.
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class)
public class SecurityConfiguration {

    private static final int ASCII_DELETE = 0x7f;

    /// The problem answers of the security filters, for chains that a room builds itself.
    public record SecurityProblems(AuthenticationEntryPoint entryPoint, AccessDeniedHandler accessDenied) {}

    @Bean
    SecurityProblems securityProblems(ProblemWriter answers) {
        return new SecurityProblems(
                (request, response, _) -> {
                    response.setHeader("WWW-Authenticate", "Bearer");
                    answers.write(Refusal.of(Kind.UNAUTHENTICATED), request, response);
                },
                (request, response, _) -> answers.write(Refusal.of(Kind.FORBIDDEN_ROLE), request, response));
    }

    /// Headers come as bytes and are read as Latin-1: a phone that calls itself 荣耀 sends bytes which there are control
    /// characters, and harmless. Only the controls of ASCII are refused.
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(
                value -> value.chars().allMatch(c -> c == '\t' || c >= ' ' && c != ASCII_DELETE));
        return firewall;
    }

    /// Requests that no honest client sends, such as paths with `..`.
    @Bean
    RequestRejectedHandler rejected(ProblemWriter answers) {
        return (request, response, _) ->
                answers.write(Refusal.of(Kind.VALIDATION, Reason.of("REQUEST_REJECTED")), request, response);
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain serviceChain(
            HttpSecurity http,
            SecurityProblems problems,
            @Value("${migrant.area}") String area,
            @Value("${migrant.security.public-paths:}") String[] publicPaths)
            throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET, "/api/v1/" + area + "/rules/**", "/api/v1/" + area + "/lifecycles/**")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.HEAD, "/api/v1/" + area + "/rules/**", "/api/v1/" + area + "/lifecycles/**")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.POST,
                                "/api/v1/" + area + "/rules/*/evaluations",
                                "/api/v1/" + area + "/lifecycles/*/checks")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, publicPaths)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, publicPaths)
                        .permitAll()
                        .requestMatchers("/v3/api-docs/**")
                        .permitAll()
                        .requestMatchers("/api/v1/" + area + "/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(new RolesConverter()))
                        .authenticationEntryPoint(problems.entryPoint())
                        .accessDeniedHandler(problems.accessDenied()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(problems.entryPoint())
                        .accessDeniedHandler(problems.accessDenied()))
                .build();
    }
}
