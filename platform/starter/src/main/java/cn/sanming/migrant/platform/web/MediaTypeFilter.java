package cn.sanming.migrant.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// A body is of one type: `application/*` or a type that cannot be read is 415, before the framework trips over it.
final class MediaTypeFilter extends OncePerRequestFilter {

    private final ProblemWriter answers;

    MediaTypeFilter(ProblemWriter answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOneType(request.getContentType())) {
            chain.doFilter(request, response);
        } else {
            answers.write(HttpStatus.UNSUPPORTED_MEDIA_TYPE, request, response);
        }
    }

    private static boolean isOneType(@Nullable String given) {
        if (given == null || given.isEmpty()) {
            return true;
        }
        try {
            return MediaType.parseMediaType(given).isConcrete();
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}
