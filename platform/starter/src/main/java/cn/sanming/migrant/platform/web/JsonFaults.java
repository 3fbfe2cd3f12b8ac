package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Reason;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/// Why a body is no JSON to work with.
final class JsonFaults {

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property \"([A-Za-z0-9_-]{1,64})\"");

    private JsonFaults() {}

    static Reason of(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamConstraintsException) {
                return Reason.at("/", "JSON_BEYOND_LIMITS");
            }
            if (cause instanceof JacksonException json) {
                var twice = DUPLICATE.matcher(String.valueOf(json.getOriginalMessage()));
                if (twice.find()) {
                    return Reason.at("/" + twice.group(1), "DUPLICATE_FIELD");
                }
            }
        }
        return Reason.at("/", "MALFORMED_JSON");
    }
}
