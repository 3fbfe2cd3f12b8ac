package cn.sanming.migrant.platform.events;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/// `/actuator/deadletters`: reads the dead letters, tries one or all again, or discards one with a reason. A replay is
/// as harmless as any repetition: the inbox knows what has already happened.
@Endpoint(id = "deadletters")
public final class DeadLetterEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterEndpoint.class);
    private static final int PAGE = 100;
    private static final int MOST_REPLAYED = 1_000;

    private final DeadLetters letters;
    private final EventDoor door;

    DeadLetterEndpoint(DeadLetters letters, EventDoor door) {
        this.letters = letters;
        this.door = door;
    }

    /// A letter as it is shown: all but its content.
    public record Letter(
            String id,
            DeadLetter.@Nullable EventName event,
            @Nullable String reaction,
            DeadLetter.Cause cause,
            Instant at,
            Instant lastTriedAt,
            DeadLetter.Origin origin,
            int tries,
            DeadLetter.State state,
            DeadLetter.@Nullable Closing closing) {

        static Letter of(DeadLetter letter) {
            return new Letter(
                    letter.id(),
                    letter.event(),
                    letter.reaction(),
                    letter.cause(),
                    letter.at(),
                    letter.lastTriedAt(),
                    letter.origin(),
                    letter.tries(),
                    letter.state(),
                    letter.closing());
        }
    }

    /// @param open all that wait, whatever this page shows
    public record Letters(long open, List<Letter> letters) {}

    /// @param open what still waits
    public record Replayed(int replayed, int failed, long open) {}

    /// @param state OPEN unless told otherwise
    /// @param after the id of the last letter of the page before
    @ReadOperation
    public Letters list(DeadLetter.@Nullable State state, @Nullable String after) {
        letters.count();
        var from = after == null ? null : letters.find(after).orElse(null);
        var page = letters.list(state == null ? DeadLetter.State.OPEN : state, PAGE, from);
        return new Letters(letters.open(), page.stream().map(Letter::of).toList());
    }

    @ReadOperation
    public WebEndpointResponse<Letter> letter(@Selector String id) {
        return shown(id);
    }

    /// Tries all that wait again, oldest first, each once.
    @WriteOperation
    public Replayed replayAll(SecurityContext security) {
        int replayed = 0;
        int failed = 0;
        DeadLetter last = null;
        while (replayed + failed < MOST_REPLAYED) {
            var page = letters.list(DeadLetter.State.OPEN, PAGE, last);
            if (page.isEmpty()) {
                break;
            }
            for (var letter : page) {
                if (replay(letter.id(), who(security))) {
                    replayed++;
                } else {
                    failed++;
                }
            }
            last = page.getLast();
        }
        letters.count();
        return new Replayed(replayed, failed, letters.open());
    }

    /// Tries one again; the answer shows whether it is done.
    @WriteOperation
    public WebEndpointResponse<Letter> replayOne(@Selector String id, SecurityContext security) {
        replay(id, who(security));
        return shown(id);
    }

    /// Takes one off the list undone, for good.
    @DeleteOperation
    public WebEndpointResponse<Letter> discard(@Selector String id, String reason, SecurityContext security) {
        if (reason.isBlank()) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_BAD_REQUEST);
        }
        letters.find(id).ifPresent(letter -> letters.discard(letter, who(security), reason));
        return shown(id);
    }

    private boolean replay(String id, String by) {
        var letter = letters.find(id).orElse(null);
        if (letter == null || letter.state() == DeadLetter.State.DONE) {
            return letter != null;
        }
        try {
            door.again(letter);
            letters.replayed(letter, by);
            return true;
        } catch (RuntimeException e) {
            if (Causes.isStoreAway(e)) {
                throw e;
            }
            LOG.warn("replay of {} by {}: {}", id, by, Causes.kindOf(e));
            letters.failedAgain(letter, e);
            return false;
        }
    }

    private WebEndpointResponse<Letter> shown(String id) {
        return letters.find(id)
                .map(letter -> new WebEndpointResponse<>(Letter.of(letter)))
                .orElseGet(() -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND));
    }

    private static String who(SecurityContext security) {
        Principal principal = security.getPrincipal();
        return principal == null ? "unknown" : principal.getName();
    }
}
