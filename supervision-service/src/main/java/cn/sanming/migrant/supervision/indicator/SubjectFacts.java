package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.kernel.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// All facts of one subject for one indicator (线索). It only ever grows, and a fact it knows changes nothing.
@Document("subject_facts")
@CompoundIndex(name = "by_version", def = "{'_id': 1, 'version': 1}", unique = true)
final class SubjectFacts {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final String indicator;

    private final List<Fact> facts;

    /// Why no items follow from it yet, such as a year without calendar.
    @Indexed(sparse = true)
    private @Nullable String waitsFor;

    SubjectFacts(String id, String indicator, List<Fact> facts) {
        this.id = id;
        this.indicator = indicator;
        this.facts = facts;
    }

    static SubjectFacts of(IndicatorDefinition definition, Fact fact) {
        return new SubjectFacts(idOf(definition, fact), definition.id(), new ArrayList<>(List.of(fact)));
    }

    /// Opaque, because a subject may be a person. A field written as `level|SPECIAL` has a value when it is absent.
    static String idOf(IndicatorDefinition definition, Fact fact) {
        var subject = definition.reads().get(fact.type()).stream()
                .map(field -> {
                    var parts = field.split("\\|");
                    var found = fact.text(parts[0]);
                    return found.isEmpty() && parts.length > 1 ? parts[1] : found;
                })
                .collect(Collectors.joining("\u0000"));
        return Ids.of("st", definition.id(), subject);
    }

    /// @return whether the fact was news
    boolean add(Fact fact) {
        if (facts.stream().anyMatch(known -> known.eventId().equals(fact.eventId()))) {
            return false;
        }
        return facts.add(fact);
    }

    Evidence evidence() {
        return new Evidence(facts);
    }

    boolean waitFor(@Nullable String what) {
        boolean news = !Objects.equals(waitsFor, what);
        waitsFor = what;
        return news;
    }

    String id() {
        return id;
    }

    String indicator() {
        return indicator;
    }

    @Nullable
    Long version() {
        return version;
    }
}
