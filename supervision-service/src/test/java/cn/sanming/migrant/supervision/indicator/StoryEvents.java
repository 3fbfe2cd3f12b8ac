package cn.sanming.migrant.supervision.indicator;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// The events of the stories, to be published.
public final class StoryEvents {

    private StoryEvents() {}

    /// One event as it goes over the wire.
    public record Told(
            String id, long sequence, String type, String subject, String district, Instant at, String json) {}

    /// All stories at once, in disorder, half of them twice.
    public static List<Told> shuffledAndRepeated(long seed) {
        return Stream.of(
                        named("late", StoryFiguresTest.lateWages().shuffled(seed)),
                        named("skill", StoryFiguresTest.skills().shuffled(seed)),
                        named("zero", StoryFiguresTest.zeroFamily().shuffled(seed)),
                        named("home", StoryFiguresTest.homeAndSchool().shuffled(seed)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Told> named(String story, Abacus city) {
        return city.facts().stream()
                .map(fact -> new Told(
                        story + '-' + fact.eventId(),
                        fact.sequence(),
                        fact.type(),
                        fact.subject(),
                        String.valueOf(fact.district()),
                        fact.at(),
                        JsonMapper.shared().writeValueAsString(fact.data())))
                .toList();
    }
}
