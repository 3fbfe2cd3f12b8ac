package cn.sanming.migrant.local.city;

import cn.sanming.migrant.platform.reference.Dates;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `GET` and `PUT /local/clock`: the door to the city's clock. It exists only here, on one machine.
final class ClockDoor extends OncePerRequestFilter implements PriorityOrdered {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final CityClock clock;
    private final TimeMachine timeMachine;

    ClockDoor(CityClock clock, TimeMachine timeMachine) {
        this.clock = clock;
        this.timeMachine = timeMachine;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/local/clock");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (request.getMethod()) {
            case "GET" -> answer(response, 200, Map.of("now", text(clock.instant())));
            case "PUT" -> put(request, response);
            default -> answer(response, 405, Map.of("code", "METHOD_NOT_ALLOWED", "status", 405));
        }
    }

    private void put(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var now = JSON.readTree(request.getInputStream()).path("now").asString();
            var journey = timeMachine.moveTo(OffsetDateTime.parse(now).toInstant());
            answer(
                    response,
                    200,
                    Map.of("now", text(clock.instant()), "jobs", journey.jobs(), "failed", journey.failed()));
        } catch (JacksonException | DateTimeException e) {
            answer(
                    response,
                    400,
                    Map.of("code", "VALIDATION", "status", 400, "title", "{\"now\":\"2024-05-15T09:00:00+08:00\"}"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer(response, 503, Map.of("code", "UNAVAILABLE", "status", 503));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Instant instant) {
        return instant.atZone(Dates.ZONE).toOffsetDateTime().toString();
    }

    private static void answer(HttpServletResponse response, int status, Map<String, ?> body) throws IOException {
        response.setStatus(status);
        response.setContentType(status < 400 ? "application/json" : "application/problem+json");
        JSON.writeValue(response.getOutputStream(), body);
    }
}
