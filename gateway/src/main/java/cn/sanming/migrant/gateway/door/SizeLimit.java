package cn.sanming.migrant.gateway.door;

import cn.sanming.migrant.platform.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// How much one request may carry: a form or a file is enough, a truckload is refused before it is read.
final class SizeLimit extends OncePerRequestFilter {

    private final DoorProperties.Size size;
    private final ProblemWriter answers;

    SizeLimit(DoorProperties.Size size, ProblemWriter answers) {
        this.size = size;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = Paths.isImport(request.getRequestURI()) ? size.imports() : size.requests();
        if (request.getContentLengthLong() > limit.toBytes()) {
            answers.write(LimitedBody.tooLarge(limit.toBytes()), request, response);
        } else {
            chain.doFilter(new LimitedBody(request, limit), response);
        }
    }
}
