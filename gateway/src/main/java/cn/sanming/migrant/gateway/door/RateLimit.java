package cn.sanming.migrant.gateway.door;

import cn.sanming.migrant.gateway.door.DoorProperties.Allowance;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.web.Actors;
import cn.sanming.migrant.platform.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// How often one caller may knock (限流): holders of a token by who they are, all others by their address.
public final class RateLimit extends OncePerRequestFilter {

    private final DoorProperties.Limits limits;
    private final TokenBuckets buckets;
    private final ProblemWriter answers;

    RateLimit(DoorProperties.Limits limits, TokenBuckets buckets, ProblemWriter answers) {
        this.limits = limits;
        this.buckets = buckets;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith(Paths.API) && !Paths.isLogin(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (admits(request, response)) {
            chain.doFilter(request, response);
        }
    }

    /// Whether the caller may go on; if not, the answer has been written.
    boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var actor = Actors.current();
        var known = !actor.equals(Actor.PUBLIC);
        var caller = known ? "holder " + actor.id() : "address " + Addresses.network(request.getRemoteAddr());
        var path = request.getRequestURI();
        if (Paths.isLogin(path) && !known) {
            return admits("login", caller, limits.login(), request, response);
        }
        if (Paths.isEvaluation(path)) {
            return admits("evaluations", caller, limits.evaluations(), request, response);
        }
        return known
                ? admits("client", caller, limits.client(), request, response)
                : admits("anonymous", caller, limits.anonymous(), request, response);
    }

    private boolean admits(
            String kind, String caller, Allowance allowance, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var wait = buckets.take(kind + ' ' + caller, allowance);
        if (wait.isPresent()) {
            var reason = Reason.of("TOO_MANY_REQUESTS").required(allowance.perMinute() + "/min", "more");
            answers.write(Refusal.of(Refusal.Kind.TOO_MANY_REQUESTS, reason), request, response, wait.get());
        }
        return wait.isEmpty();
    }
}
