package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// A year of a path or a query is one that somebody lives to see, before anybody makes a date of it.
final class YearBounds implements HandlerInterceptor {

    private static final Pattern YEAR = Pattern.compile("(19|20|21)[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path) {
            check(path.get("year"));
        }
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            check(request.getParameter("year"));
        }
        return true;
    }

    /// What is no number at all is refused where it is read.
    private static void check(@Nullable Object given) {
        if (given instanceof String text
                && NUMBER.matcher(text).matches()
                && !YEAR.matcher(text).matches()) {
            throw new Bodies.Refused(Refusal.of(
                    Refusal.Kind.VALIDATION, Reason.at("/year", "INVALID").required("1900-2199", "a number")));
        }
    }
}
