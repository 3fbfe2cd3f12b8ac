package cn.sanming.migrant.supervision.ledger;

import cn.sanming.migrant.supervision.catalogue.Catalogue;
import cn.sanming.migrant.supervision.catalogue.EventCard;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a timeline: what happened, and which clause and which units stand behind it.
///
/// @param subject absent where the public reads
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventLine(
        String eventId,
        Instant occurredAt,
        String eventType,
        @Nullable String subject,
        @Nullable String district,
        @Nullable String summary,
        @Nullable String summaryEn,
        List<String> measures,
        List<String> clauses,
        List<String> units,
        @Nullable String link) {

    /// All of it, for officers and for those it concerns.
    public static EventLine full(LedgerEntry entry, Catalogue catalogue) {
        var card = catalogue.event(entry.type());
        return new EventLine(
                entry.id(),
                entry.at(),
                entry.type(),
                entry.subject(),
                entry.district(),
                card.map(one -> one.summaryZh(entry.data())).orElse(entry.type()),
                card.map(one -> one.summaryEn(entry.data())).orElse(entry.type()),
                card.map(EventCard::measures).orElse(List.of()),
                card.map(EventCard::clauses).orElse(List.of()),
                card.map(catalogue::unitsBehind).orElse(List.of()),
                "/api/v1/supervision/events/" + entry.id());
    }

    /// What everybody may know: that something of this kind happened, where and when.
    public static EventLine open(LedgerEntry entry, Catalogue catalogue) {
        var full = full(entry, catalogue);
        return new EventLine(
                full.eventId(),
                full.occurredAt(),
                full.eventType(),
                null,
                full.district(),
                null,
                null,
                full.measures(),
                full.clauses(),
                full.units(),
                null);
    }
}
