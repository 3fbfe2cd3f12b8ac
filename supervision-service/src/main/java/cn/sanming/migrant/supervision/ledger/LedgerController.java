package cn.sanming.migrant.supervision.ledger;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.web.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Timelines and single events, for officers and for those they concern.
@RestController
@RequestMapping("/api/v1/supervision")
class LedgerController {

    private static final int STORY_LIMIT = 200;

    private final Ledger ledger;
    private final Narrator narrator;

    LedgerController(Ledger ledger, Narrator narrator) {
        this.ledger = ledger;
        this.narrator = narrator;
    }

    /// @param subject credit code, project, person or case
    @GetMapping("/timelines/{subject}")
    Outcome<Page<EventLine>> timeline(
            @PathVariable String subject,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        var own = Readers.isOwn(actor, subject);
        if (!own && !Readers.isOfficer(actor)) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var size = Page.limit(limit);
        var entries = ledger.timeline(subject, after, own ? null : actor.county(), size + 1);
        var page = Page.of(entries, size, LedgerEntry::order);
        return Outcome.done(new Page<>(page.items().stream().map(narrator::full).toList(), page.next()));
    }

    record Story(List<EventLine> items) {}

    /// One case across the departments, with what followed from it; at most 200 events.
    @GetMapping("/stories/{subject}")
    Outcome<Story> story(@PathVariable String subject, Actor actor) {
        if (!Readers.isOfficer(actor)) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        return Outcome.done(new Story(ledger.story(subject, actor.county(), STORY_LIMIT).stream()
                .map(narrator::full)
                .toList()));
    }

    record EventView(
            EventLine event, String producer, long sequence, String correlationId, Map<String, Object> payload) {}

    @GetMapping("/events/{id}")
    Outcome<EventView> event(@PathVariable String id, Actor actor) {
        if (!Readers.isOfficer(actor)) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        return ledger.find(id)
                .filter(entry -> actor.mayActIn(entry.district()))
                .map(entry -> Outcome.done(new EventView(
                        narrator.full(entry), entry.producer(), entry.sequence(), entry.correlationId(), entry.data())))
                .orElseGet(Outcome::notFound);
    }
}
