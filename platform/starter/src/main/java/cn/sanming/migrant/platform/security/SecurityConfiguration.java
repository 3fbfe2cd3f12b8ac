package cn.sanming.migrant.platform.security;

import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/// The chain of every service: rules and life cycles are public, all other business needs a checked token, the rest
/// is refused.
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class)
public class SecurityConfiguration {

    /// The problem answers of the security filters, for chains that a room builds itself.
    public record SecurityProblems(AuthenticationEntryPoint entryPoint, AccessDeniedHandler accessDenied) {}

    @Bean
    SecurityProblems securityProblems(Problems problems, JsonMapper mapper) {
        return new SecurityProblems(
                (request, response, _) -> {
                    response.setHeader("WWW-Authenticate", "Bearer");
                    write(request, response, Refusal.Kind.UNAUTHENTICATED, problems, mapper);
                },
                (request, response, _) -> write(request, response, Refusal.Kind.FORBIDDEN_ROLE, problems, mapper));
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
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET, "/api/v1/" + area + "/rules/**", "/api/v1/" + area + "/lifecycles/**")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.POST,
                                "/api/v1/" + area + "/rules/*/evaluations",
                                "/api/v1/" + area + "/lifecycles/*/checks")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, publicPaths)
                        .permitAll()
                        .requestMatchers("/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAuthority("ROLE_OPS")
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

    private static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            Refusal.Kind kind,
            Problems problems,
            JsonMapper mapper)
            throws IOException {
        response.setStatus(HttpStatus.valueOf(kind.status()).value());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        mapper.writeValue(
                response.getOutputStream(),
                problems.answer(Refusal.of(kind), request).getBody());
    }
}
