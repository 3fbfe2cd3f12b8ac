package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Policy;
import cn.sanming.migrant.platform.reference.WorkingCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// All indicators without store and broker: happenings go in, figures come out.
final class Abacus {

    private static final Indicators INDICATORS = new Indicators();

    private final PolicyFigures policyFigures = new PolicyFigures(policy(), WorkingCalendar.china());
    private final List<Fact> facts = new ArrayList<>();
    private LocalDate today = LocalDate.of(2026, 6, 30);

    static Policy policy() {
        try (var in = Abacus.class.getResourceAsStream("/policy/parameters.yaml")) {
            return Policy.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static IndicatorDefinition definition(String id) {
        return INDICATORS.find(id).orElseThrow();
    }

    static Instant at(String day) {
        return LocalDate.parse(day).atTime(10, 0).atZone(Dates.ZONE).toInstant();
    }

    Abacus on(String day) {
        today = LocalDate.parse(day);
        return this;
    }

    /// Something happened on a day in a county.
    ///
    /// @param payload names and values in turn
    Abacus heard(String day, String type, String subject, @Nullable String district, Object... payload) {
        var data = new LinkedHashMap<String, Object>();
        for (int i = 0; i < payload.length; i += 2) {
            data.put(payload[i].toString(), payload[i + 1]);
        }
        var at = at(day).plusSeconds(facts.size());
        facts.add(new Fact("e" + facts.size(), type, subject, at, facts.size() + 1, at.plusSeconds(2), district, data));
        return this;
    }

    List<Fact> facts() {
        return facts;
    }

    /// The same happenings, shuffled, with repetitions.
    Abacus shuffled(long seed) {
        var other = new Abacus();
        other.today = today;
        other.facts.addAll(facts);
        other.facts.addAll(facts.subList(0, facts.size() / 2));
        Collections.shuffle(other.facts, new Random(seed));
        return other;
    }

    List<CountedFact> items(String indicator) {
        var definition = definition(indicator);
        var subjectFactsStore = new LinkedHashMap<String, SubjectFacts>();
        for (var fact : facts) {
            if (definition.reads().containsKey(fact.type())) {
                var known = subjectFactsStore.putIfAbsent(
                        SubjectFacts.idOf(definition, fact), SubjectFacts.of(definition, fact));
                if (known != null) {
                    known.add(fact);
                }
            }
        }
        return subjectFactsStore.values().stream()
                .flatMap(subjectFacts ->
                        Formulas.of(definition).items(subjectFacts.evidence(), definition, policyFigures).stream())
                .toList();
    }

    Reckoning reckon(String indicator, String label, @Nullable String district, long whole, @Nullable BigDecimal plan) {
        var definition = definition(indicator);
        var period = Period.parse(definition.period(), label).orElseThrow();
        var rows = items(indicator).stream()
                .filter(item ->
                        item.pendingUntil() == null || item.pendingUntil().isBefore(today))
                .filter(item -> district == null || district.equals(item.district()))
                .filter(item -> switch (definition.part(item.part()).window()) {
                    case IN_PERIOD ->
                        !item.on().isBefore(period.from()) && !item.on().isAfter(period.to());
                    case UP_TO_END -> !item.on().isAfter(period.to());
                    case AT_END -> {
                        var day = period.closing(today);
                        yield !item.from().isAfter(day) && item.until().isAfter(day);
                    }
                })
                .map(Row::of)
                .toList();
        return new Reckoning(definition, rows, whole, plan);
    }

    Optional<Quotient> value(String indicator, String period) {
        return reckon(indicator, period, null, 0, null).value(true);
    }

    /// The value as it is shown, or `none`.
    String shown(String indicator, String period) {
        return shown(indicator, period, null);
    }

    String shown(String indicator, String period, @Nullable String district) {
        return reckon(indicator, period, district, 0, null)
                .value(district == null)
                .map(value -> value.rounded(definition(indicator).unit()).toPlainString())
                .orElse("none");
    }

    Map<String, Map<String, Object>> breakdown(String indicator, String period) {
        return new Breakdown(
                        definition(indicator),
                        reckon(indicator, period, null, 0, null).rows())
                .lines();
    }
}
