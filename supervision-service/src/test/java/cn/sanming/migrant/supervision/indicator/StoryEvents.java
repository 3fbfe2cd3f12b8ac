package cn.sanming.migrant.supervision.indicator;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What happens in the stories of the worked examples, as far as supervision hears of it: `stories.json`.
public final class StoryEvents {

    private static final List<String> STORIES = List.of("late_wages", "skills", "zero_family", "home_and_school");

    private StoryEvents() {}

    /// One event as it goes over the wire.
    public record Told(
            String id, long sequence, String type, String subject, String district, Instant at, String json) {}

    static Abacus of(String story) {
        var city = new Abacus();
        var file = Objects.requireNonNull(StoryEvents.class.getResourceAsStream("/stories.json"));
        for (var row : JsonMapper.shared().readTree(file)) {
            if (row.get("story").asString().equals(story)) {
                for (int i = 1; i <= row.path("times").asInt(1); i++) {
                    tell(city, row, row.get("subject").asString().formatted(i));
                }
            }
        }
        return city;
    }

    private static void tell(Abacus city, JsonNode row, String subject) {
        var payload = row.get("data")
                .propertyStream()
                .flatMap(field ->
                        Stream.of(field.getKey(), JsonMapper.shared().treeToValue(field.getValue(), Object.class)))
                .toArray();
        city.heard(
                row.get("on").asString(),
                row.get("type").asString(),
                subject,
                row.get("district").asString(),
                payload);
    }

    /// All stories at once, in disorder, half of them twice.
    public static List<Told> shuffledAndRepeated(long seed) {
        return STORIES.stream()
                .flatMap(story -> of(story).shuffled(seed).facts().stream().map(fact -> told(story, fact)))
                .toList();
    }

    private static Told told(String story, Fact fact) {
        return new Told(
                story + '-' + fact.eventId(),
                fact.sequence(),
                fact.type(),
                fact.subject(),
                String.valueOf(fact.district()),
                fact.at(),
                JsonMapper.shared().writeValueAsString(fact.data()));
    }
}
