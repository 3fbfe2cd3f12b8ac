package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.kernel.RequestKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keyed requests a case has seen in the last day (幂等记录), saved in the same write as what they did.
final class RequestLog {

    static final Duration KEPT_FOR = Duration.ofHours(24);
    static final int MOST = 64;

    private @Nullable Seen opening;

    private @Nullable List<Seen> seen;

    /// @param digest of the actor, the path, the key and the command; @param content digest of the body
    record Seen(String digest, String content, Instant at) {}

    /// What is known of a request.
    enum Known {
        NEW,
        SAME,
        OTHER_CONTENT
    }

    void openedBy(RequestKey key, Instant at) {
        opening = new Seen(key.digest(), key.content(), at);
    }

    /// Whether the request that made the case had the same body.
    boolean wasOpenedWith(RequestKey key) {
        return opening != null && opening.content().equals(key.content());
    }

    Known of(RequestKey key, String command) {
        var digest = key.digest(command);
        for (var before : seen == null ? List.<Seen>of() : seen) {
            if (before.digest().equals(digest)) {
                return before.content().equals(key.content()) ? Known.SAME : Known.OTHER_CONTENT;
            }
        }
        return Known.NEW;
    }

    void remember(RequestKey key, String command, Instant at) {
        var young = new ArrayList<Seen>();
        for (var before : seen == null ? List.<Seen>of() : seen) {
            if (before.at().plus(KEPT_FOR).isAfter(at)) {
                young.add(before);
            }
        }
        young.add(new Seen(key.digest(command), key.content(), at));
        seen = young.size() > MOST ? new ArrayList<>(young.subList(young.size() - MOST, young.size())) : young;
    }
}
