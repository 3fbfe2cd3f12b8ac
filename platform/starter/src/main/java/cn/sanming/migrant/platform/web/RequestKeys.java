package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Precondition;
import cn.sanming.migrant.platform.kernel.RequestKey;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// What a request says about repetition (`Idempotency-Key`) and about what its caller has seen (`If-Match`).
final class RequestKeys {

    private static final String ATTRIBUTE = RequestKey.class.getName();

    private RequestKeys() {}

    static void put(HttpServletRequest request, RequestKey key) {
        request.setAttribute(ATTRIBUTE, key);
    }

    static @Nullable RequestKey of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestKey key ? key : null;
    }

    static @Nullable Precondition precondition(HttpServletRequest request) {
        var match = request.getHeader(HttpHeaders.IF_MATCH);
        if (match == null || match.equals("*")) {
            return null;
        }
        var digits = match.replace("W/", "").replace("\"", "");
        return new Precondition(request.getRequestURI(), digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : -1);
    }
}
