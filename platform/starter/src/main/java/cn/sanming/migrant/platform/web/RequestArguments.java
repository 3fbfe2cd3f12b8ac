package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.trace.Traces;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// Gives controllers what they ask for: the actor, the act, and a strictly read body.
final class RequestArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Bodies bodies;
    private final JsonMapper mapper;
    private final Clock clock;

    RequestArguments(Bodies bodies, JsonMapper mapper, Clock clock) {
        this.bodies = bodies;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class
                || parameter.getParameterType() == CommandContext.class
                || parameter.hasParameterAnnotation(Body.class);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        if (parameter.getParameterType() == Actor.class) {
            return Actors.current();
        }
        var servlet = request.getNativeRequest(HttpServletRequest.class);
        if (parameter.getParameterType() == CommandContext.class) {
            return context(servlet);
        }
        return bodies.require(mapper.readTree(servlet.getInputStream()), parameter.getParameterType());
    }

    private CommandContext context(HttpServletRequest request) {
        var traceparent = request.getAttribute(Traces.HEADER) instanceof String own ? own : null;
        return new CommandContext(
                Actors.current(),
                clock.instant(),
                Correlation.of(request),
                null,
                traceparent,
                RequestKeys.of(request),
                RequestKeys.precondition(request));
    }
}
