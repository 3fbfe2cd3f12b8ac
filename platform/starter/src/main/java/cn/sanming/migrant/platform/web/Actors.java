package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Actor;
import java.util.HashSet;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/// Turns a checked bearer token into an actor.
public final class Actors {

    private Actors() {}

    public static Actor current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? of(token.getToken())
                : Actor.PUBLIC;
    }

    public static Actor of(Jwt token) {
        var claimed = token.getClaimAsStringList("roles");
        var roles = new HashSet<>(claimed == null ? Set.of() : claimed);
        roles.remove(Actor.SYSTEM_ROLE);
        return new Actor(
                token.getSubject(),
                roles,
                token.getClaimAsString("unit"),
                token.getClaimAsString("county"),
                token.getClaimAsString("credit_code"),
                token.getClaimAsString("worker_id"));
    }
}
