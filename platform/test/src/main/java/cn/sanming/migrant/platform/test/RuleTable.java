package cn.sanming.migrant.platform.test;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Policy;
import cn.sanming.migrant.platform.reference.WorkingCalendar;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.platform.web.Bodies;
import jakarta.validation.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// A rule on the policy of this room, without a service around it: from input JSON to result JSON.
public final class RuleTable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final Bodies BODIES =
            new Bodies(JSON, Validation.buildDefaultValidatorFactory().getValidator());

    private final RuleBook book;

    public RuleTable(Rule<?, ?>... rules) {
        this.book = new RuleBook(List.of(rules), policy(), WorkingCalendar.china(), clock());
    }

    private static Policy policy() {
        try (var file = RuleTable.class.getResourceAsStream("/policy/parameters.yaml")) {
            return Policy.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Clock clock() {
        return Clock.fixed(Instant.parse("2024-09-02T01:00:00Z"), Dates.ZONE);
    }

    public RuleBook book() {
        return book;
    }

    public boolean knows(String rule) {
        return book.find(rule).isPresent();
    }

    /// The result of a rule on an input, which may override parameters.
    public JsonNode answer(String rule, JsonNode input) {
        var entry = book.find(rule).orElseThrow(() -> new AssertionError("no rule " + rule));
        return JSON.valueToTree(decide(entry, input).result());
    }

    /// The same with the input written as JSON; single quotes stand for double ones.
    public JsonNode answer(String rule, String input) {
        return answer(rule, JSON.readTree(input.replace('\'', '"')));
    }

    @SuppressWarnings("unchecked")
    private <F, R> Decision<R> decide(RuleBook.Entry entry, JsonNode input) {
        var read = BODIES.read(input, (Class<F>) entry.facts(), true);
        if (!read.faults().isEmpty()) {
            throw new AssertionError(read.faults().toString());
        }
        Map<String, String> overrides = new LinkedHashMap<>();
        input.path("parameters")
                .properties()
                .forEach(each -> overrides.put(each.getKey(), each.getValue().asString()));
        return book.simulate((Rule<F, R>) entry.rule(), read.value(), overrides);
    }
}
