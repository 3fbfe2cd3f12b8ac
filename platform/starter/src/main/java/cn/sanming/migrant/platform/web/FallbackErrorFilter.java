package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.store.StoreOutage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtEncodingException;
import org.springframework.web.filter.OncePerRequestFilter;

/// What goes wrong in a filter, where no controller advice reaches, leaves as a problem too: keys or a store out of
/// reach are this side's fault and 503, bad input is 400, a bug is 500 without a trace.
final class FallbackErrorFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FallbackErrorFilter.class);

    private final ProblemWriter answers;

    FallbackErrorFilter(ProblemWriter answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ClientAbortException e) {
            throw e; // nobody is left to tell
        } catch (Exception e) {
            if (response.isCommitted()) {
                throw e;
            }
            response.resetBuffer();
            answer(cause(e), request, response);
        }
    }

    private static Exception cause(Exception e) {
        return e instanceof ServletException && e.getCause() instanceof Exception inner ? inner : e;
    }

    private void answer(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (e) {
            case Bodies.Refused refused -> answers.write(refused.refusal(), request, response);
            case InvalidParameterException _ ->
                answers.write(Refusal.of(Kind.VALIDATION, Reason.of("MALFORMED_QUERY")), request, response);
            case AuthenticationServiceException _, JwtEncodingException _ -> {
                LOG.warn("no token can be issued or checked: {}", e.getMessage());
                answers.write(Refusal.of(Kind.UNAVAILABLE, Reason.of("IDENTITY_DOWN")), request, response);
            }
            case Exception outage
            when StoreOutage.isBehind(outage) -> {
                LOG.warn("the store does not answer: {}", outage.getClass().getSimpleName());
                answers.write(Refusal.of(Kind.UNAVAILABLE), request, response);
            }
            default -> {
                LOG.error("unexpected", e);
                answers.write(HttpStatus.INTERNAL_SERVER_ERROR, request, response);
            }
        }
    }
}
