package cn.sanming.migrant.gateway.routing;

import cn.sanming.migrant.gateway.door.Traces;
import cn.sanming.migrant.platform.web.Correlation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Headers between door and services: what the outside claims about its way here is thrown away and said anew, and
/// what only the door may say to a browser is not taken from a service.
final class ServiceHeaders {

    private ServiceHeaders() {}

    /// On the way in: forwarding headers as the door saw it, one correlation id, one trace.
    static final class Inbound implements HttpHeadersFilter.RequestHttpHeadersFilter, Ordered {

        private static final int FIRST_BEYOND_ASCII = 0x80;

        @Override
        public HttpHeaders apply(HttpHeaders given, ServerRequest request) {
            var headers = new HttpHeaders();
            given.forEach((name, values) -> {
                if (!claimsAWay(name)) {
                    values.forEach(value -> headers.add(name, inAscii(value)));
                }
            });
            var servlet = request.servletRequest();
            var type = servlet.getHeader(HttpHeaders.CONTENT_TYPE);
            if (type != null) {
                headers.set(HttpHeaders.CONTENT_TYPE, type); // as it came, without the charset the door reads it in
            }
            headers.set("X-Forwarded-For", servlet.getRemoteAddr());
            headers.set("X-Forwarded-Proto", servlet.getScheme());
            headers.set("X-Forwarded-Host", servlet.getServerName());
            headers.set("X-Forwarded-Port", Integer.toString(servlet.getServerPort()));
            headers.set(Correlation.HEADER, Correlation.of(servlet));
            headers.set(Traces.HEADER, Traces.of(servlet));
            return headers;
        }

        /// Bytes beyond ASCII (荣耀 in a User-Agent) are read as Latin-1 and cannot be sent on as they came by every
        /// client: they go on percent-encoded, so that nothing is lost.
        private static String inAscii(String value) {
            if (value.chars().allMatch(c -> c < FIRST_BEYOND_ASCII)) {
                return value;
            }
            var sent = new StringBuilder();
            for (byte b : value.getBytes(StandardCharsets.ISO_8859_1)) {
                if (b >= 0) {
                    sent.append((char) b);
                } else {
                    sent.append("%%%02X".formatted(b & 0xff));
                }
            }
            return sent.toString();
        }

        private static boolean claimsAWay(String header) {
            var name = header.toLowerCase(Locale.ROOT);
            return name.startsWith("x-forwarded-")
                    || name.equals("forwarded")
                    || name.equals("x-real-ip")
                    || name.equals("x-original-url")
                    || name.equals("x-rewrite-url")
                    || name.equals("via");
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }

    /// On the way out: no header that the door itself answers for.
    static final class Outbound implements HttpHeadersFilter.ResponseHttpHeadersFilter, Ordered {

        private static final List<String> THE_DOORS_OWN = List.of(
                Correlation.HEADER,
                "Server",
                "X-Powered-By",
                "X-Content-Type-Options",
                "X-Frame-Options",
                "X-XSS-Protection",
                "Content-Security-Policy",
                "Strict-Transport-Security",
                "Referrer-Policy",
                "Permissions-Policy",
                "Access-Control-Allow-Origin",
                "Access-Control-Allow-Credentials",
                "Access-Control-Expose-Headers");

        @Override
        public HttpHeaders apply(HttpHeaders given, ServerResponse response) {
            var headers = new HttpHeaders(given);
            THE_DOORS_OWN.forEach(headers::remove);
            return headers;
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }
}
