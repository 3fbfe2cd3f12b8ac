package cn.sanming.migrant.gateway.messages.web;

import cn.sanming.migrant.gateway.messages.MessageDesk;
import cn.sanming.migrant.gateway.messages.MessageDesk.MessageView;
import cn.sanming.migrant.gateway.messages.MessageDesk.PreferenceView;
import cn.sanming.migrant.gateway.messages.MessageDesk.TemplateView;
import cn.sanming.migrant.gateway.messages.MessageDesk.TopicView;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One's own messages.
@RestController
@Tag(name = "消息 messages")
@RequestMapping("/api/v1/messages")
class MessageController {

    private final MessageDesk desk;

    MessageController(MessageDesk desk) {
        this.desk = desk;
    }

    record Choice(Set<String> muted, List<ChosenTopic> topics) {}

    record ChosenTopic(
            String kind,
            @Nullable Set<String> districts,
            @Nullable Set<String> occupations) {

        TopicView view() {
            return new TopicView(
                    kind, districts == null ? Set.of() : districts, occupations == null ? Set.of() : occupations);
        }
    }

    record Consent(
            @NotBlank @Size(max = 64) String report,
            @NotEmpty Set<String> accepted) {}

    @GetMapping
    @Operation(summary = "我的消息，最新在前 / my messages, newest first")
    Page<MessageView> box(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Locale language) {
        return desk.box(actor, after, Page.limit(limit), language);
    }

    @PostMapping("/{id}/read")
    @Operation(summary = "标为已读 / mark as read; once more changes nothing")
    Outcome<MessageView> read(@PathVariable String id, CommandContext context, Locale language) {
        return desk.read(id, context, language);
    }

    @GetMapping("/preferences")
    @Operation(summary = "我的消息偏好 / what I want to hear of")
    Outcome<PreferenceView> preferences(Actor actor) {
        return desk.preferences(actor);
    }

    @PutMapping("/preferences")
    @Operation(summary = "设定消息偏好 / say anew what I want to hear of")
    Outcome<PreferenceView> choose(@Body Choice choice, Actor actor) {
        return desk.choose(
                actor,
                choice.muted(),
                choice.topics().stream().map(ChosenTopic::view).toList());
    }

    @PostMapping("/consents")
    @Operation(summary = "登记微信订阅授权 / what wx.requestSubscribeMessage was answered; the same report counts once")
    Outcome<PreferenceView> agree(@Body Consent consent, Actor actor) {
        return desk.agree(actor, consent.report(), consent.accepted());
    }

    @GetMapping("/templates")
    @Operation(summary = "订阅消息模板 / the templates to ask consent for")
    List<TemplateView> templates(Locale language) {
        return desk.templates(language);
    }
}
