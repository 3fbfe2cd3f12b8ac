package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/// Says a refusal where no controller stands: in servlet filters and on routes, in the same words as everywhere else.
public final class ProblemWriter {

    private final Problems problems;
    private final JsonMapper mapper;

    ProblemWriter(Problems problems, JsonMapper mapper) {
        this.problems = problems;
        this.mapper = mapper;
    }

    public ServerResponse respond(Refusal refusal, ServerRequest request) {
        return respond(problems.answer(refusal, request.servletRequest()));
    }

    public ServerResponse respond(Refusal refusal, ServerRequest request, Duration retryAfter) {
        return respond(after(retryAfter, problems.answer(refusal, request.servletRequest())));
    }

    /// A refusal of HTTP itself or a bug, without reasons of the house.
    void write(HttpStatusCode status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(problems.answer(status, problems.languageOf(request)), response);
    }

    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(problems.answer(refusal, request), response);
    }

    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response, Duration retryAfter)
            throws IOException {
        write(after(retryAfter, problems.answer(refusal, request)), response);
    }

    /// The same answer with the time to come back, in whole seconds, rounded up: nobody is told to come too early.
    public static ResponseEntity<Object> after(Duration wait, ResponseEntity<Object> answer) {
        var headers = new HttpHeaders(answer.getHeaders());
        headers.set(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    private static ServerResponse respond(ResponseEntity<Object> answer) {
        return ServerResponse.status(answer.getStatusCode())
                .headers(headers -> headers.putAll(answer.getHeaders()))
                .body(Objects.requireNonNull(answer.getBody()));
    }

    private void write(ResponseEntity<Object> answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        mapper.writeValue(response.getOutputStream(), answer.getBody());
    }
}
