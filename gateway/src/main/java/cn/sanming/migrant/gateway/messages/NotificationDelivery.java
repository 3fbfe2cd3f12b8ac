package cn.sanming.migrant.gateway.messages;

import cn.sanming.migrant.gateway.wechat.WechatPost;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Brings one message to its phone, as far as preferences, consent and WeChat allow. WeChat has no key against
/// repetition: after a crash between sending and noting it, a message may be sent again, if consent is left.
@Component
final class NotificationDelivery {

    private final MessageStore messages;
    private final PreferenceStore preferences;
    private final NoticeBoard board;
    private final Wordings wordings;
    private final Rendering rendering;
    private final Guardians guardians;
    private final Notifications notifications;
    private final WechatPost post;
    private final PostSettings settings;
    private final MeterRegistry meters;
    private final InstantSource machine = InstantSource.system();

    NotificationDelivery(
            MessageStore messages,
            PreferenceStore preferences,
            NoticeBoard board,
            Wordings wordings,
            Rendering rendering,
            Guardians guardians,
            Notifications notifications,
            WechatPost post,
            PostSettings settings,
            MeterRegistry meters) {
        this.messages = messages;
        this.preferences = preferences;
        this.board = board;
        this.wordings = wordings;
        this.rendering = rendering;
        this.guardians = guardians;
        this.notifications = notifications;
        this.post = post;
        this.settings = settings;
        this.meters = meters;
        // there before they count, so that the first dead message is seen
        wordings.kinds().keySet().forEach(kind -> List.of(Stage.SENT, Stage.KEPT, Stage.DEAD)
                .forEach(stage -> Counter.builder("messages.settled")
                        .tags("kind", kind, "state", stage.name())
                        .register(meters)));
    }

    void deliver(Message due) {
        messages.take(due, machine.instant(), settings.lease()).ifPresent(message -> {
            if (message.recipient().isToBeFound()) {
                find(message);
            } else {
                send(message);
            }
        });
    }

    private void find(Message message) {
        switch (guardians.of(message.recipient().enrolment())) {
            case Guardians.Answer.Known(var workers) -> {
                notifications.forward(
                        message, workers.stream().map(Recipient::worker).toList());
                settle(message, Stage.KEPT, null);
            }
            case Guardians.Answer.Nobody _ -> settle(message, Stage.DEAD, "NO_SUCH_ENROLMENT");
            case Guardians.Answer.Silent _ -> later(message, "SCHOOL_DEPARTMENT_SILENT");
        }
    }

    private void send(Message message) {
        var kind = message.kind();
        var owner = message.to();
        var template = settings.templateOf(kind);
        if (message.withdrawn()) {
            settle(message, Stage.KEPT, "WITHDRAWN");
            return;
        }
        if (template.isBlank()) {
            settle(message, Stage.KEPT, "NO_TEMPLATE");
            return;
        }
        if (preferences.of(owner).muted().contains(kind)) {
            settle(message, Stage.KEPT, "MUTED");
            return;
        }
        var facts = facts(message);
        if (facts.isEmpty() && wordings.of(kind).topic() && message.attempts() <= 3) {
            later(message, "NOTICE_NOT_HEARD_YET");
            return;
        }
        var lasting = settings.lasting().contains(kind);
        if (!lasting && !preferences.use(owner, kind)) {
            settle(message, Stage.KEPT, "NO_CONSENT");
            return;
        }
        var letter = new WechatPost.Letter(
                template, rendering.page(kind, message.subject()), rendering.values(kind, facts, message.codes()));
        switch (post.send(message.recipient().workerId(), letter)) {
            case WechatPost.Delivery.Sent _ -> settle(message, Stage.SENT, null);
            case WechatPost.Delivery.NoConsent _ -> {
                preferences.spent(owner, kind);
                settle(message, Stage.KEPT, "NO_CONSENT");
            }
            case WechatPost.Delivery.NoAccount _ -> {
                giveBack(owner, kind, lasting);
                settle(message, Stage.KEPT, "NO_ACCOUNT");
            }
            case WechatPost.Delivery.Faulty(var why) -> {
                giveBack(owner, kind, lasting);
                settle(message, Stage.DEAD, why);
            }
            case WechatPost.Delivery.Later(var why) -> {
                giveBack(owner, kind, lasting);
                later(message, why);
            }
        }
    }

    private Map<String, String> facts(Message message) {
        return message.facts().isEmpty() ? board.factsOf(message.kind(), message.subject()) : message.facts();
    }

    private void giveBack(String owner, String kind, boolean lasting) {
        if (!lasting) {
            preferences.giveBack(owner, kind);
        }
    }

    private void later(Message message, String why) {
        Instant now = machine.instant();
        if (message.queuedAt().plus(settings.giveUp()).isBefore(now)) {
            settle(message, Stage.DEAD, why);
            return;
        }
        messages.postpone(message.id(), now.plus(settings.pauseAfter(message.attempts())), why);
    }

    private void settle(Message message, Stage state, @Nullable String fault) {
        messages.settle(message.id(), state, fault);
        meters.counter("messages.settled", "kind", message.kind(), "state", state.name())
                .increment();
    }
}
