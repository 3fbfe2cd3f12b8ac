package cn.sanming.migrant.platform.rules;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.web.Bodies;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The policy calculator: every rule of the service, its parameters and clauses, callable by anybody without a token.
@RestController
@RequestMapping("/api/v1/${migrant.area}/rules")
class RuleController {

    private final RuleBook book;
    private final Bodies bodies;

    RuleController(RuleBook book, Bodies bodies) {
        this.book = book;
        this.bodies = bodies;
    }

    record Card(String id, String measure, String titleZh, String titleEn, String clause, List<Field> input) {}

    record Field(String name, String type, boolean required) {}

    record Parameters(
            String id,
            String measure,
            String titleZh,
            String titleEn,
            String clause,
            List<Field> input,
            List<Figure> parameters) {}

    record Figure(
            String id,
            @Nullable String value,
            String unit,
            String basis,
            boolean verified,
            String validFrom,
            @Nullable String validTo,
            @Nullable String district,
            String clause) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Evaluation(
            String rule,
            Object result,
            List<RuleContext.Step> steps,
            List<Decision.UsedParameter> parameters,
            boolean simulation,
            List<String> ignored) {}

    @GetMapping
    Map<String, List<Card>> cards() {
        return Map.of("items", book.all().stream().map(RuleController::card).toList());
    }

    @GetMapping("/{rule}")
    Outcome<Parameters> one(@PathVariable String rule) {
        return book.find(rule)
                .map(entry -> Outcome.done(withFigures(entry)))
                .orElseGet(() -> Outcome.refused(Refusal.Kind.NOT_FOUND, Reason.of("UNKNOWN_RULE")));
    }

    @PostMapping("/{rule}/evaluations")
    Outcome<Evaluation> evaluate(@PathVariable String rule, @RequestBody(required = false) @Nullable JsonNode body) {
        return book.find(rule)
                .map(entry -> evaluate(entry, body))
                .orElseGet(() -> Outcome.refused(Refusal.Kind.NOT_FOUND, Reason.of("UNKNOWN_RULE")));
    }

    private <F, R> Outcome<Evaluation> evaluate(RuleBook.Entry entry, @Nullable JsonNode body) {
        @SuppressWarnings("unchecked")
        var rule = (Rule<F, R>) entry.rule();
        @SuppressWarnings("unchecked")
        var type = (Class<F>) entry.facts();
        var overrides = new LinkedHashMap<String, String>();
        var faults = overrides(body, overrides);
        var read = bodies.read(body, type, true);
        if (!read.faults().isEmpty() || !faults.isEmpty()) {
            var all = new ArrayList<>(faults);
            all.addAll(read.faults());
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, all, null));
        }
        try {
            var decision = overrides.isEmpty()
                    ? book.decide(rule, read.value())
                    : book.simulate(rule, read.value(), overrides);
            return Outcome.done(new Evaluation(
                    decision.rule(),
                    decision.result(),
                    decision.steps(),
                    decision.parameters(),
                    !overrides.isEmpty(),
                    read.ignored().stream()
                            .filter(path -> !path.equals("/parameters"))
                            .toList()));
        } catch (IllegalArgumentException e) {
            if (overrides.isEmpty()) {
                throw e;
            }
            var unfit = Reason.at("/parameters", "UNFIT_PARAMETER").required(e.getMessage(), overrides);
            return Outcome.refused(Refusal.Kind.VALIDATION, unfit);
        } catch (UnfitFacts e) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, e.reasons(), null));
        }
    }

    private List<Reason> overrides(@Nullable JsonNode body, Map<String, String> into) {
        if (!(body instanceof ObjectNode object) || !(object.get("parameters") instanceof ObjectNode given)) {
            return List.of();
        }
        var known = new TreeMap<String, Boolean>();
        book.policy().all().forEach(row -> known.put(row.id(), true));
        var faults = new ArrayList<Reason>();
        given.properties().forEach(entry -> {
            if (known.containsKey(entry.getKey())) {
                into.put(
                        entry.getKey(),
                        entry.getValue().isNull() ? "null" : entry.getValue().asString());
            } else {
                faults.add(Reason.at("/parameters/" + entry.getKey(), "UNKNOWN_PARAMETER"));
            }
        });
        return faults;
    }

    private static Card card(RuleBook.Entry entry) {
        var card = entry.card();
        return new Card(card.id(), card.measure(), card.zh(), card.en(), card.clause(), fields(entry.facts()));
    }

    private Parameters withFigures(RuleBook.Entry entry) {
        var card = entry.card();
        var figures = book.policy().all().stream()
                .filter(row -> row.measures().contains(card.measure()))
                .map(row -> new Figure(
                        row.id(),
                        row.value(),
                        row.unit(),
                        row.basis(),
                        row.verified(),
                        row.validFrom().toString(),
                        row.validTo() == null ? null : row.validTo().toString(),
                        row.district(),
                        row.citation()))
                .toList();
        return new Parameters(
                card.id(), card.measure(), card.zh(), card.en(), card.clause(), fields(entry.facts()), figures);
    }

    private static List<Field> fields(Class<?> facts) {
        return Arrays.stream(facts.getRecordComponents())
                .map(RuleController::field)
                .toList();
    }

    private static Field field(RecordComponent component) {
        return new Field(
                Bodies.nameOf(component),
                component.getGenericType().getTypeName().replaceAll("[a-zA-Z0-9_.]*[.$]", ""),
                !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }
}
