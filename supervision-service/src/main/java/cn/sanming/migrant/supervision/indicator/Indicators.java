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

    private final Map<String, IndicatorDefinition> byId = new LinkedHashMap<>();

    public Indicators() {
        Arrays.stream(Catalogue.read("indicators", IndicatorDefinition[].class)).forEach(definition -> {
            Formulas.of(definition);
            byId.put(definition.id(), definition);
        });
    }

    public Collection<IndicatorDefinition> all() {
        return byId.values();
    }

    public Optional<IndicatorDefinition> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The indicators an event of this type feeds.
    public List<IndicatorDefinition> fedBy(String eventType) {
        return byId.values().stream()
                .filter(definition -> definition.reads().containsKey(eventType))
                .toList();
    }
}
