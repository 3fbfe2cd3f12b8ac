package cn.sanming.migrant.platform.events;

import java.util.regex.Pattern;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import tools.jackson.core.JacksonException;

/// What stands behind a failure, in words that hold nothing of what was worked on.
final class Causes {

    private static final int MOST = 200;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|“[^”]*”|‘[^’]*’");
    private static final Pattern PERSONAL = Pattern.compile("\\p{IsHan}+|[0-9Xx*-]{5,}");

    private Causes() {}

    static Throwable rootOf(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }

    static String kindOf(Throwable failure) {
        return rootOf(failure).getClass().getName();
    }

    /// The message without values: what stands in quotes, long numbers and Chinese names are left out.
    static String wordsOf(Throwable failure) {
        var root = rootOf(failure);
        var message = root instanceof JacksonException json ? json.getOriginalMessage() : root.getMessage();
        if (message == null) {
            return "";
        }
        var bare = PERSONAL.matcher(QUOTED.matcher(message).replaceAll("…")).replaceAll("…");
        return bare.length() <= MOST ? bare : bare.substring(0, MOST) + '…';
    }

    /// The store is away, so nothing can be decided about the event: neither done nor given up.
    static boolean isStoreAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessResourceException
                    || cause.getClass().getName().startsWith("com.mongodb.MongoTimeout")
                    || cause.getClass().getName().startsWith("com.mongodb.MongoSocket")
                    || cause.getClass().getName().startsWith("com.mongodb.MongoNotPrimary")
                    || cause.getClass().getName().startsWith("com.mongodb.MongoNodeIsRecovering")
                    || cause.getClass().getName().startsWith("com.mongodb.MongoInterrupted")) {
                return true;
            }
        }
        return false;
    }
}
