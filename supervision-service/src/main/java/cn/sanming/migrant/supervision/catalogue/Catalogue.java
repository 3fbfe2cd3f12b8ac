package cn.sanming.migrant.supervision.catalogue;

import cn.sanming.migrant.platform.reference.Division;
import cn.sanming.migrant.platform.reference.Divisions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The facts of the policy as this release was published with them; read once from `catalogue/*.json`.
@Component
public final class Catalogue {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Map<String, Unit> units = byId("units", Unit[].class, Unit::code);
    private final Map<String, Measure> measures = byId("measures", Measure[].class, Measure::id);
    private final Map<String, Promise> promises = byId("promises", Promise[].class, Promise::id);
    private final Map<String, EventCard> events = byId("events", EventCard[].class, EventCard::type);

    /// Reads one of the lists of this release, in snake_case; a misspelt name is refused.
    public static <T> T read(String name, Class<T> type) {
        var file = Objects.requireNonNull(
                Catalogue.class.getResourceAsStream("/catalogue/" + name + ".json"),
                () -> "catalogue/" + name + ".json is missing");
        return MAPPER.readValue(file, type);
    }

    private static <T> Map<String, T> byId(String name, Class<T[]> type, Function<T, String> id) {
        var map = new LinkedHashMap<String, T>();
        Arrays.stream(read(name, type)).forEach(entry -> map.put(id.apply(entry), entry));
        return map;
    }

    public Collection<Unit> units() {
        return units.values();
    }

    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(code.startsWith(Unit.COUNTIES + '-') ? Unit.COUNTIES : code));
    }

    /// Whether somebody bears this code: a unit of the city, or one of the 11 county governments.
    public boolean isUnit(String code) {
        return countyOf(code).isPresent() || !code.equals(Unit.COUNTIES) && units.containsKey(code);
    }

    /// The district of a county government's code.
    public Optional<String> countyOf(String code) {
        return Optional.of(code)
                .filter(text -> text.startsWith(Unit.COUNTIES + '-'))
                .map(text -> text.substring(Unit.COUNTIES.length() + 1))
                .filter(district -> Divisions.sanming().find(district).isPresent());
    }

    public SequencedCollection<Measure> measures() {
        return List.copyOf(measures.values());
    }

    public Optional<Measure> measure(String id) {
        return Optional.ofNullable(measures.get(id));
    }

    public List<Promise> promisesOf(String measure) {
        return promises.values().stream()
                .filter(promise -> promise.measure().equals(measure))
                .toList();
    }

    public Optional<Promise> promise(String id) {
        return Optional.ofNullable(promises.get(id));
    }

    public Collection<EventCard> events() {
        return events.values();
    }

    public Optional<EventCard> event(String type) {
        return Optional.ofNullable(events.get(type));
    }

    /// The units named beside the lead unit, without the counties. For measure 20 these are all units concerned:
    /// whoever leads or is responsible in another measure.
    public List<String> bureaus(Measure measure) {
        var named = new LinkedHashSet<String>();
        if (measure.responsible().contains(Measure.ALL_CONCERNED)) {
            measures.values().stream().filter(other -> other != measure).forEach(other -> {
                named.add(other.lead());
                named.addAll(other.responsible());
            });
        } else {
            named.addAll(measure.responsible());
        }
        named.removeAll(List.of(measure.lead(), Unit.COUNTIES, Measure.ALL_CONCERNED));
        return List.copyOf(named);
    }

    /// The codes of the 11 county governments, if the measure names them.
    public List<String> counties(Measure measure) {
        return measure.responsible().contains(Unit.COUNTIES)
                ? Divisions.sanming().all().stream()
                        .map(Division::code)
                        .map(Unit::county)
                        .toList()
                : List.of();
    }

    /// Everybody who answers for an event of this type: the lead units of its measures first.
    public List<String> unitsBehind(EventCard card) {
        var codes = new LinkedHashSet<String>();
        var behind = card.measures().stream()
                .map(measures::get)
                .filter(Objects::nonNull)
                .toList();
        behind.forEach(measure -> codes.add(measure.lead()));
        behind.forEach(measure -> codes.addAll(bureaus(measure)));
        behind.forEach(measure ->
                codes.addAll(measure.responsible().contains(Unit.COUNTIES) ? List.of(Unit.COUNTIES) : List.of()));
        return List.copyOf(codes);
    }

    /// The measures in which a unit leads or is responsible.
    public List<String> measuresOf(String unitCode) {
        var code = countyOf(unitCode).isPresent() ? Unit.COUNTIES : unitCode;
        var found = new ArrayList<String>();
        for (var measure : measures.values()) {
            if (measure.lead().equals(code)
                    || bureaus(measure).contains(code)
                    || code.equals(Unit.COUNTIES) && !counties(measure).isEmpty()) {
                found.add(measure.id());
            }
        }
        return found;
    }
}
