package cn.sanming.migrant.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// Finds out before a request runs whether it may run again under the same key.
final class RepeatSafety {

    private final ApplicationContext context;

    RepeatSafety(ApplicationContext context) {
        this.context = context;
    }

    boolean mayRunAgain(HttpServletRequest request) {
        try {
            var mapping = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
            ServletRequestPathUtils.parseAndCache(request);
            var chain = mapping.getHandler(request);
            return chain != null
                    && chain.getHandler() instanceof HandlerMethod handler
                    && handler.hasMethodAnnotation(RepeatSafe.class);
        } catch (Exception e) {
            // nobody handles this request as it is: the answer will say so, and nothing is run
            return false;
        }
    }
}
