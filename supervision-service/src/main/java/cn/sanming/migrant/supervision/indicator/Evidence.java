package cn.sanming.migrant.supervision.indicator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All facts known about one subject (证据), always in the same order.
record Evidence(List<Fact> facts) {

    Evidence {
        facts = facts.stream().sorted(Fact.ORDER).toList();
    }

    List<Fact> all(String... types) {
        var wanted = List.of(types);
        return facts.stream().filter(fact -> wanted.contains(fact.type())).toList();
    }

    @Nullable
    Fact first(String type) {
        return where(type, _ -> true).findFirst().orElse(null);
    }

    @Nullable
    Fact last(String type) {
        return where(type, _ -> true).reduce((_, later) -> later).orElse(null);
    }

    Stream<Fact> where(String type, Predicate<Fact> wanted) {
        return facts.stream().filter(fact -> fact.type().equals(type)).filter(wanted);
    }

    /// One fact for each thing an event type speaks of: the last word counts.
    Collection<Fact> latestBySubject(String type) {
        var latest = new LinkedHashMap<String, Fact>();
        all(type).forEach(fact -> latest.put(fact.subject(), fact));
        return latest.values();
    }
}
