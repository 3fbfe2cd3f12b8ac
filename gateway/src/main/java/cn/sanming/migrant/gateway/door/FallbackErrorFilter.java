package cn.sanming.migrant.gateway.door;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtEncodingException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Whoever cannot be told apart because the keys are out of reach hears that the door is at fault, not their token.
final class FallbackErrorFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FallbackErrorFilter.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final ProblemWriter answers;

    FallbackErrorFilter(ProblemWriter answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException | JwtEncodingException e) {
            LOG.warn("no token can be issued or checked: {}", e.getMessage());
            var refusal = Refusal.of(Refusal.Kind.UNAVAILABLE, Reason.of("IDENTITY_DOWN"));
            answers.write(refusal, request, response, SOON);
        }
    }
}
