package cn.sanming.migrant.gateway.door;

import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/// Says a refusal where no controller stands: in servlet filters and on routes, in the same words as everywhere else.
@Component
public final class Answers {

    private final Problems problems;
    private final JsonMapper mapper;

    Answers(Problems problems, JsonMapper mapper) {
        this.problems = problems;
        this.mapper = mapper;
    }

    public ServerResponse respond(Refusal refusal, ServerRequest request) {
        return ServerResponse.status(refusal.kind().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.body(refusal, request.servletRequest().getLocale()));
    }

    public ServerResponse respond(Refusal refusal, ServerRequest request, Duration retryAfter) {
        return ServerResponse.status(refusal.kind().status())
                .header(HttpHeaders.RETRY_AFTER, seconds(retryAfter))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.body(refusal, request.servletRequest().getLocale()));
    }

    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(refusal.kind().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        mapper.writeValue(response.getOutputStream(), problems.body(refusal, request.getLocale()));
    }

    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response, Duration retryAfter)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
        write(refusal, request, response);
    }

    /// Whole seconds, rounded up: nobody is told to come back too early.
    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
