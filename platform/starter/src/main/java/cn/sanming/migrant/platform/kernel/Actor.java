package cn.sanming.migrant.platform.kernel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who acts (办事人): the claims of the bearer token that access decisions need, and nothing more.
///
/// @param id         user or client id, pseudonymous for workers
/// @param unit       code of the city or county unit an officer belongs to
/// @param county     district an officer acts for; none means the whole city
/// @param creditCode the employer, agency or contractor the actor stands for
/// @param workerId   the worker's pseudonym
public record Actor(
        String id,
        Set<String> roles,
        @Nullable String unit,
        @Nullable String county,
        @Nullable String creditCode,
        @Nullable String workerId) {

    public static final String SYSTEM_ROLE = "SYSTEM";

    /// The system itself; no token can claim this role.
    public static final Actor SYSTEM = new Actor("system", Set.of(SYSTEM_ROLE), null, null, null, null);

    /// Somebody without a token.
    public static final Actor PUBLIC = new Actor("public", Set.of("PUBLIC"), null, null, null, null);

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    public boolean hasAny(Iterable<String> wanted) {
        for (var role : wanted) {
            if (has(role)) {
                return true;
            }
        }
        return false;
    }

    public boolean isSystem() {
        return has(SYSTEM_ROLE);
    }

    /// Officers see their own county; officers of the city see all.
    public boolean mayActIn(@Nullable String district) {
        return county == null || district == null || county.equals(district);
    }
}
