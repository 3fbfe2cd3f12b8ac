package cn.sanming.migrant.platform.store;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/// Tells a store that does not answer from a store that says no: the caller comes back later, nothing is wrong with
/// the request.
public final class StoreOutage {

    private StoreOutage() {}

    public static boolean isBehind(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DataAccessResourceFailureException _,
                        MongoSocketException _,
                        MongoTimeoutException _,
                        MongoServerUnavailableException _,
                        MongoConnectionPoolClearedException _,
                        MongoNotPrimaryException _,
                        MongoNodeIsRecoveringException _,
                        MongoInterruptedException _ -> {
                    return true;
                }
                default -> {
                    // the next cause may tell
                }
            }
        }
        return false;
    }
}
