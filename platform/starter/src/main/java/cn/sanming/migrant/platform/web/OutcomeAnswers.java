package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.RequestKey;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Lets controllers return an outcome as it is: done is 200, created is 201 with its place, refused is a problem.
@RestControllerAdvice
final class OutcomeAnswers implements ResponseBodyAdvice<Object> {

    private final Problems problems;

    OutcomeAnswers(Problems problems) {
        this.problems = problems;
    }

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return Outcome.class.isAssignableFrom(method.getParameterType())
                || ResponseEntity.class.isAssignableFrom(method.getParameterType());
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof Outcome<?> outcome)) {
            return body;
        }
        if (request instanceof ServletServerHttpRequest servlet
                && RequestKeys.of(servlet.getServletRequest()) instanceof RequestKey key
                && key.replayed()) {
            response.getHeaders().set("Idempotency-Replayed", "true");
        }
        return switch (outcome) {
            case Outcome.Done<?>(Object value) -> value;
            case Outcome.Created<?>(Object value, String location) -> {
                response.setStatusCode(HttpStatusCode.valueOf(201));
                response.getHeaders().setLocation(URI.create(location));
                yield value;
            }
            case Outcome.Refused<?> refused -> {
                Locale locale = LocaleContextHolder.getLocale();
                var answer = problems.answer(refused.refusal(), locale);
                response.setStatusCode(answer.getStatusCode());
                response.getHeaders().putAll(answer.getHeaders());
                yield answer.getBody();
            }
        };
    }
}
