package cn.sanming.migrant.gateway.door;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The W3C trace of a request: passed on as it came, or begun here, unsampled, when it is missing or malformed.
public final class Traces {

    public static final String HEADER = "traceparent";

    private static final Pattern WELL_FORMED =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Traces() {}

    public static String of(HttpServletRequest request) {
        // the span of this request where spans are recorded, else what came from outside
        var given = request.getAttribute(HEADER) instanceof String own ? own : request.getHeader(HEADER);
        return given != null && WELL_FORMED.matcher(given).matches() ? given : "00-" + hex(16) + "-" + hex(8) + "-00";
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        random[0] |= 1; // an id of zeros only is no id
        return HexFormat.of().formatHex(random);
    }
}
