package cn.sanming.migrant.supervision.ledger;

import cn.sanming.migrant.supervision.catalogue.Catalogue;
import cn.sanming.migrant.supervision.catalogue.EventCard;
import cn.sanming.migrant.supervision.catalogue.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/// Puts what happened into words, with the clauses and units behind it.
@Component
public final class Narrator {

    private final Catalogue catalogue;
    private final Words words;

    Narrator(Catalogue catalogue, Words words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    /// All of it, for officers and for those it concerns.
    public EventLine full(LedgerEntry entry) {
        var card = catalogue.event(entry.type());
        return new EventLine(
                entry.id(),
                entry.at(),
                entry.type(),
                entry.subject(),
                entry.district(),
                card.map(one -> words.chinese(one, entry.data())).orElse(entry.type()),
                card.map(one -> words.english(one, entry.data())).orElse(entry.type()),
                card.map(EventCard::measures).orElse(List.of()),
                card.map(EventCard::clauses).orElse(List.of()),
                card.map(catalogue::unitsBehind).orElse(List.of()),
                "/api/v1/supervision/events/" + entry.id());
    }

    /// What everybody may know: that something of this kind happened, where and when.
    public EventLine open(LedgerEntry entry) {
        var full = full(entry);
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
