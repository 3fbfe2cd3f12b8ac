package cn.sanming.migrant.gateway.door;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/// A refused token costs the caller's address as much as a request without one: guessing is no way around the limit.
record CountedEntryPoint(RateLimit limit, AuthenticationEntryPoint then) implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        var badToken = refused instanceof OAuth2AuthenticationException;
        if (!badToken || limit.admits(request, response)) {
            then.commence(request, response, refused);
        }
    }
}
