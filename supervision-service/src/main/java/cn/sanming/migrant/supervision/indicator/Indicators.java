package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.supervision.catalogue.Catalogue;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The cards of all indicators, as this release was published with them.
@Component
public final class Indicators {

    private final Map<String, Card> byId = new LinkedHashMap<>();

    public Indicators() {
        Arrays.stream(Catalogue.read("indicators", Card[].class)).forEach(card -> {
            Formulas.of(card);
            byId.put(card.id(), card);
        });
    }

    public Collection<Card> all() {
        return byId.values();
    }

    public Optional<Card> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The indicators an event of this type feeds.
    public List<Card> fedBy(String eventType) {
        return byId.values().stream()
                .filter(card -> card.reads().containsKey(eventType))
                .toList();
    }
}
