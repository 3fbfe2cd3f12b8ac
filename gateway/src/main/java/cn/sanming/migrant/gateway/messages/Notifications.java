package cn.sanming.migrant.gateway.messages;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where events become messages: into the boxes of those they concern, and onto the board what concerns everybody.
@Component
public class Notifications {

    private static final int AT_ONCE = 500;

    private final MessageStore messages;
    private final NoticeBoard board;
    private final PreferenceStore preferences;
    private final Wordings wordings;
    private final InstantSource machine = InstantSource.system();

    Notifications(MessageStore messages, NoticeBoard board, PreferenceStore preferences, Wordings wordings) {
        this.messages = messages;
        this.board = board;
        this.preferences = preferences;
        this.wordings = wordings;
    }

    /// One message for each of them.
    public void tell(Collection<Recipient> recipients, NotificationDraft draft) {
        var letters = recipients.stream()
                .distinct()
                .map(to -> message(to, draft, false))
                .toList();
        messages.put(letters);
    }

    public void tell(Recipient recipient, NotificationDraft draft) {
        tell(List.of(recipient), draft);
    }

    /// About something that stands on the board: with its facts, as far as it is known, and only while it stands.
    public void tellOfNotice(Recipient recipient, NotificationDraft draft) {
        var notice = board.find(draft.kind(), draft.subject());
        var known = new NotificationDraft(
                draft.kind(),
                draft.subject(),
                draft.source(),
                draft.at(),
                draft.district(),
                notice.map(Notice::facts).orElse(draft.facts()),
                draft.codes());
        messages.put(List.of(
                message(recipient, known, notice.filter(one -> !one.live()).isPresent())));
    }

    /// Pins a notice and tells everybody who wants to hear of such things. Repeated after a crash it goes on with
    /// those not told yet.
    public void announce(
            NotificationDraft draft, @Nullable String district, @Nullable String occupation, long sequence) {
        if (!board.pin(draft, district, sequence)) {
            return;
        }
        messages.complete(draft.kind(), draft.subject(), draft.facts());
        messages.withdraw(draft.kind(), draft.subject(), false);
        var letters = new ArrayList<Message>(AT_ONCE);
        try (var owners = preferences.interestedIn(draft.kind(), district, occupation)) {
            owners.forEach(owner -> {
                letters.add(message(new Recipient(owner), draft, false));
                if (letters.size() == AT_ONCE) {
                    messages.put(letters);
                    letters.clear();
                }
            });
        }
        messages.put(letters);
    }

    /// Onto the board only.
    public void pin(NotificationDraft draft, @Nullable String district, long sequence) {
        board.pin(draft, district, sequence);
    }

    /// Takes a notice down with every message about it, or puts all of them back.
    public void show(NotificationDraft draft, boolean live, long sequence) {
        if (board.show(draft.kind(), draft.subject(), live, draft.at(), sequence)) {
            messages.withdraw(draft.kind(), draft.subject(), !live);
        }
    }

    /// The same message for another reader, as the guardian of a child.
    void forward(Message message, Collection<Recipient> recipients) {
        var draft = new NotificationDraft(
                message.kind(),
                message.subject(),
                message.id(),
                message.at(),
                message.district(),
                message.facts(),
                message.codes());
        tell(recipients, draft);
    }

    private Message message(Recipient to, NotificationDraft draft, boolean withdrawn) {
        var id = draft.idFor(to);
        var now = machine.instant();
        var toPhone = (to.isAPerson() || to.isToBeFound())
                && wordings.of(draft.kind()).goesToPhones();
        return new Message(
                id,
                to.key(),
                draft.kind(),
                draft.subject(),
                NotificationDraft.order(draft.at(), id),
                draft.district(),
                draft.facts(),
                draft.codes(),
                withdrawn,
                toPhone ? Stage.PENDING : Stage.KEPT,
                now,
                now,
                0,
                null,
                null);
    }
}
