package cn.sanming.migrant.gateway.messages;

import java.util.function.BooleanSupplier;
import org.springframework.dao.DuplicateKeyException;

/// An upsert whose filter is a range, so that only what is older is replaced.
///
/// Two of them can find nothing at the same moment, and the one that meets the other's key may be the younger: the
// store
/// does not try again by itself where the filter is more than an equality.
final class Younger {

    private static final int TRIES = 20;

    private Younger() {}

    /// @return whether it was written; otherwise a younger one stands there
    static boolean unlessThere(Runnable upsert, BooleanSupplier youngerIsThere) {
        for (int tries = 1; ; tries++) {
            try {
                upsert.run();
                return true;
            } catch (DuplicateKeyException e) {
                if (youngerIsThere.getAsBoolean()) {
                    return false;
                }
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }
}
