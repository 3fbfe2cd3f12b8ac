package cn.sanming.migrant.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// What the container itself refuses, before any filter of ours has seen it (a header too long, a byte in the query
// that
/// may not be there), as a problem instead of a page.
final class ProblemReportValve extends ErrorReportValve {

    private static final int LOWEST_ERROR = 400;

    private final transient Problems problems;
    private final transient JsonMapper mapper;

    ProblemReportValve(Problems problems, JsonMapper mapper) {
        this.problems = problems;
        this.mapper = mapper;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < LOWEST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            var problem = problems.plain(response.getStatus(), problems.languageOf(request));
            var body = mapper.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException _) {
            response.setSuspended(true); // the caller has gone: nobody is left to tell
        }
    }
}
