package cn.sanming.migrant.gateway.identity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Who a token speaks for (持证人) and in which capacity. Every token of the city says this in the same claims.
///
/// @param subject    user, client or pseudonym; never a name or a number that means something outside
/// @param county     the district an officer acts for; none means the whole city
/// @param creditCode the employer, agency or contractor
/// @param workerId   the worker's pseudonym
public record Holder(
        String subject,
        List<String> roles,
        @Nullable String unit,
        @Nullable String county,
        @Nullable String creditCode,
        @Nullable String workerId) {

    public Holder {
        roles = List.copyOf(roles);
        if (roles.contains("SYSTEM")) {
            throw new IllegalArgumentException("no token speaks for the system itself: " + subject);
        }
    }

    /// A worker, known by pseudonym only.
    public static Holder worker(String workerId, List<String> roles) {
        return new Holder(workerId, roles, null, null, null, workerId);
    }

    /// Somebody the city has met but does not know by name yet.
    public static Holder nameless(String subject) {
        return new Holder(subject, List.of("PUBLIC"), null, null, null, null);
    }

    Map<String, Object> claims() {
        var claims = new TreeMap<String, Object>();
        claims.put("roles", roles);
        putIfKnown(claims, "unit", unit);
        putIfKnown(claims, "county", county);
        putIfKnown(claims, "credit_code", creditCode);
        putIfKnown(claims, "worker_id", workerId);
        return claims;
    }

    private static void putIfKnown(Map<String, Object> claims, String name, @Nullable String value) {
        if (value != null) {
            claims.put(name, value);
        }
    }
}
