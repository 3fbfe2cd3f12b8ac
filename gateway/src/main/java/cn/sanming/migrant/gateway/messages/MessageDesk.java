package cn.sanming.migrant.gateway.messages;

import cn.sanming.migrant.gateway.messages.Preferences.Topic;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.web.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Everybody's own box and wishes: read, choose, agree.
@Component
public class MessageDesk {

    private static final int MOST_KEYS = 200;

    private final MessageStore messages;
    private final PreferenceStore preferences;
    private final NoticeBoard board;
    private final Wordings wordings;
    private final Rendering rendering;
    private final PostSettings settings;

    MessageDesk(
            MessageStore messages,
            PreferenceStore preferences,
            NoticeBoard board,
            Wordings wordings,
            Rendering rendering,
            PostSettings settings) {
        this.messages = messages;
        this.preferences = preferences;
        this.board = board;
        this.wordings = wordings;
        this.rendering = rendering;
        this.settings = settings;
    }

    /// @param phone how far it has come to the phone: `PENDING`, `SENT`, `KEPT` (box only) or `DEAD`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MessageView(
            String id,
            String kind,
            String subject,
            String title,
            String text,
            Map<String, String> facts,
            Instant at,
            String phone,
            @Nullable Instant readAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NoticeView(
            String kind,
            String subject,
            @Nullable String district,
            String title,
            String text,
            Map<String, String> facts,
            Instant at) {}

    /// @param districts   none for any; @param occupations none for any
    public record TopicView(String kind, Set<String> districts, Set<String> occupations) {}

    /// @param consents how many subscribe messages may still be sent, by kind
    public record PreferenceView(Set<String> muted, List<TopicView> topics, Map<String, Integer> consents) {}

    /// What the mini-program asks consent for (`wx.requestSubscribeMessage`).
    public record TemplateView(String kind, String title, String templateId, boolean lasting, boolean topic) {}

    public Page<MessageView> box(Actor actor, @Nullable String after, int limit, Locale language) {
        var found = messages.in(Recipient.boxesOf(actor), actor.county(), after, limit + 1);
        var page = Page.of(found, limit, Message::order);
        return new Page<>(page.items().stream().map(one -> view(one, language)).toList(), page.next());
    }

    public Outcome<MessageView> read(String id, CommandContext context, Locale language) {
        return messages.read(id, Recipient.boxesOf(context.actor()), context.at())
                .map(message -> Outcome.done(view(message, language)))
                .orElseGet(Outcome::notFound);
    }

    private MessageView view(Message message, Locale language) {
        var said = rendering.say(message.kind(), message.facts(), message.codes(), language);
        return new MessageView(
                message.id(),
                message.kind(),
                message.subject(),
                said.title(),
                said.text(),
                message.facts(),
                message.at(),
                message.state().name(),
                message.readAt());
    }

    public Outcome<Page<NoticeView>> notices(
            String kind, @Nullable String district, @Nullable String after, int limit, Locale language) {
        if (!wordings.kinds().containsKey(kind)) {
            return Outcome.refused(Kind.VALIDATION, known(wordings.kinds().keySet(), "/kind", kind));
        }
        var page = Page.of(board.page(kind, district, after, limit + 1), limit, Notice::order);
        var items = page.items().stream().map(one -> view(one, language)).toList();
        return Outcome.done(new Page<>(items, page.next()));
    }

    private NoticeView view(Notice notice, Locale language) {
        var said = rendering.say(notice.kind(), notice.facts(), notice.codes(), language);
        var at = Instant.ofEpochMilli(
                Long.parseLong(notice.order().substring(0, notice.order().indexOf('.'))));
        return new NoticeView(
                notice.kind(), notice.subject(), notice.district(), said.title(), said.text(), notice.facts(), at);
    }

    public Outcome<PreferenceView> preferences(Actor actor) {
        return owner(actor).map(owner -> view(preferences.of(owner)));
    }

    /// Says anew what one wants to hear of; what was said before is gone.
    public Outcome<PreferenceView> choose(Actor actor, Set<String> muted, List<TopicView> topics) {
        var faults = faults(muted, topics);
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Kind.VALIDATION, faults, null));
        }
        return owner(actor).map(owner -> {
            var chosen = topics.stream()
                    .map(topic -> new Topic(topic.kind(), topic.districts(), topic.occupations()))
                    .toList();
            preferences.keep(owner, muted, chosen);
            return view(preferences.of(owner));
        });
    }

    private static Reason known(Collection<String> kinds, String pointer, Object found) {
        return Reason.at(pointer, "UNKNOWN_KIND").required(String.join("|", new TreeSet<>(kinds)), found);
    }

    private List<Reason> faults(Set<String> muted, List<TopicView> topics) {
        var faults = new ArrayList<Reason>();
        if (!wordings.kinds().keySet().containsAll(muted)) {
            faults.add(known(wordings.kinds().keySet(), "/muted", muted));
        }
        int keys = 0;
        for (int i = 0; i < topics.size(); i++) {
            var topic = topics.get(i);
            if (!wordings.topics().contains(topic.kind())) {
                faults.add(known(wordings.topics(), "/topics/" + i + "/kind", topic.kind()));
            }
            for (var district : topic.districts()) {
                if (Divisions.sanming().find(district).isEmpty()) {
                    faults.add(Reason.at("/topics/" + i + "/districts", "UNKNOWN_DISTRICT"));
                    break;
                }
            }
            keys += Math.max(1, topic.districts().size())
                    * Math.max(1, topic.occupations().size());
        }
        if (keys > MOST_KEYS) {
            faults.add(Reason.at("/topics", "TOO_MANY_TOPICS").required(MOST_KEYS, keys));
        }
        return faults;
    }

    /// What was agreed on the phone; the same report counts once.
    public Outcome<PreferenceView> agree(Actor actor, String report, Set<String> kinds) {
        if (!wordings.kinds().keySet().containsAll(kinds)) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/accepted", "UNKNOWN_KIND"));
        }
        return owner(actor).map(owner -> {
            preferences.agree(owner, report, kinds);
            return view(preferences.of(owner));
        });
    }

    public List<TemplateView> templates(Locale language) {
        return wordings.kinds().entrySet().stream()
                .filter(entry -> entry.getValue().goesToPhones())
                .filter(entry -> !settings.templateOf(entry.getKey()).isBlank())
                .map(entry -> new TemplateView(
                        entry.getKey(),
                        Locale.ENGLISH.getLanguage().equals(language.getLanguage())
                                ? entry.getValue().en().title()
                                : entry.getValue().zh().title(),
                        settings.templateOf(entry.getKey()),
                        settings.lasting().contains(entry.getKey()),
                        entry.getValue().topic()))
                .toList();
    }

    private static Outcome<String> owner(Actor actor) {
        if (actor.workerId() != null) {
            return Outcome.done(Recipient.worker(actor.workerId()).key());
        }
        return actor.creditCode() != null
                ? Outcome.done(Recipient.firm(actor.creditCode()).key())
                : Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
    }

    private static PreferenceView view(Preferences kept) {
        var topics = kept.topics().stream()
                .map(topic -> new TopicView(
                        topic.kind(), new TreeSet<>(topic.districts()), new TreeSet<>(topic.occupations())))
                .toList();
        return new PreferenceView(new TreeSet<>(kept.muted()), topics, kept.consents());
    }
}
