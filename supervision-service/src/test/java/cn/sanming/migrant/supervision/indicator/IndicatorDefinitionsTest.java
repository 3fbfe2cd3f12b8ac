package cn.sanming.migrant.supervision.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.reference.WorkingCalendar;
import cn.sanming.migrant.supervision.catalogue.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The cards against the catalogue, the parameters and the contracts of the departments whose events they read.
class IndicatorDefinitionsTest {

    private static final Set<String> BUILT_IN = Set.of("@subject", "@time");
    private static final Map<String, JsonNode> SCHEMAS = schemas();

    private final Indicators indicators = new Indicators();
    private final Catalogue catalogue = new Catalogue();

    private static Map<String, JsonNode> schemas() {
        var schemas = new TreeMap<String, JsonNode>();
        try (var rooms = Files.newDirectoryStream(Path.of(".."), "*-service")) {
            for (var room : rooms) {
                var folder = room.resolve("contracts/events");
                if (Files.isDirectory(folder)) {
                    try (var files = Files.newDirectoryStream(folder, "*.schema.json")) {
                        for (var file : files) {
                            schemas.put(
                                    file.getFileName().toString().replace(".schema.json", ""),
                                    JsonMapper.shared().readTree(file.toFile()));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return schemas;
    }

    @Test
    void areAllSixtyFour() {
        assertThat(indicators.all()).hasSize(64);
        assertThat(indicators.all().stream().map(IndicatorDefinition::measure).distinct())
                .hasSize(21);
    }

    @Test
    void knowEveryEventOfTheHouse() {
        assertThat(SCHEMAS.keySet())
                .containsExactlyInAnyOrderElementsOf(catalogue.events().stream()
                        .map(definition -> definition.type())
                        .toList());
        assertThat(catalogue.events()).hasSize(109);
    }

    @Test
    void readOnlyWhatTheContractsPromise() {
        var faults = new ArrayList<String>();
        for (var definition : indicators.all()) {
            definition.reads().forEach((type, fields) -> fields.stream()
                    .map(field -> field.split("\\|")[0])
                    .forEach(field -> check(definition, type, field, faults)));
            for (var line :
                    Objects.requireNonNullElse(definition.derive().lines(), List.<IndicatorDefinition.Line>of())) {
                Stream.of(line.on(), line.n(), line.d(), line.a(), line.group(), line.distinct())
                        .filter(Objects::nonNull)
                        .filter(field -> !field.startsWith("@"))
                        .forEach(field -> check(definition, line.event(), field, faults));
                Stream.of(line.where(), line.unless(), line.hit())
                        .filter(Objects::nonNull)
                        .flatMap(conditions -> conditions.keySet().stream())
                        .forEach(field -> check(definition, line.event(), field, faults));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void check(IndicatorDefinition definition, String type, String field, List<String> faults) {
        var schema = SCHEMAS.get(type);
        if (schema == null) {
            faults.add(definition.id() + " reads " + type + ", which nobody publishes");
        } else if (!BUILT_IN.contains(field) && !schema.path("properties").has(field)) {
            faults.add(definition.id() + " reads " + field + " of " + type + ", which it does not carry");
        }
    }

    @Test
    void showOnlyFieldsThatEventsCarryInTheirSummaries() {
        var faults = new ArrayList<String>();
        for (var definition : catalogue.events()) {
            for (var template : List.of(definition.summaryZh(), definition.summaryEn())) {
                var matcher = Pattern.compile("\\{([a-z_]+)}").matcher(template);
                while (matcher.find()) {
                    if (!SCHEMAS.get(definition.type()).path("properties").has(matcher.group(1))) {
                        faults.add(definition.type() + " has no " + matcher.group(1));
                    }
                    if (matcher.group(1).matches("person_id|child_id|household|legal_representative|applicant_id")) {
                        faults.add(definition.type() + " would show a person");
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void haveWordsForEveryChoiceInTheirSummaries() {
        var words = Catalogue.read("words", Word[].class);
        var known = Arrays.stream(words)
                .map(word -> word.field() + ' ' + word.code())
                .collect(Collectors.toSet());
        assertThat(words).allMatch(word -> !word.zh().isBlank() && !word.en().isBlank());
        var faults = new ArrayList<String>();
        for (var definition : catalogue.events()) {
            var matcher = Pattern.compile("\\{([a-z_]+)}").matcher(definition.summaryZh());
            while (matcher.find()) {
                var field = matcher.group(1);
                var property = SCHEMAS.get(definition.type()).path("properties").path(field);
                property.path("enum").forEach(choice -> {
                    if (choice.isString() && !known.contains(field + ' ' + choice.asString())) {
                        faults.add(definition.type() + ": " + field + ' ' + choice.asString());
                    }
                });
            }
        }
        assertThat(faults).isEmpty();
    }

    record Word(String field, String code, String zh, String en) {}

    @Test
    void restOnPromisesAndParametersThatExist() {
        var parameters = new HashSet<String>();
        Abacus.policy().all().forEach(row -> parameters.add(row.id()));
        for (var definition : indicators.all()) {
            assertThat(definition.clauses())
                    .allMatch(clause -> catalogue.promise(clause).isPresent());
            if (definition.target() != null && definition.target().parameter() != null) {
                assertThat(parameters).contains(definition.target().parameter());
            }
            if (definition.value().parameter() != null) {
                assertThat(parameters).contains(definition.value().parameter());
            }
        }
        for (var event : catalogue.events()) {
            assertThat(event.clauses())
                    .allMatch(clause -> catalogue.promise(clause).isPresent());
        }
    }

    /// Every formula takes every event it reads, made as its schema allows and nothing more, alone and all together.
    @Test
    void takeAnyEventThatFulfilsItsContract() {
        var policyFigures = new PolicyFigures(Abacus.policy(), WorkingCalendar.china());
        for (var definition : indicators.all()) {
            var all = new ArrayList<Fact>();
            for (var type : definition.reads().keySet()) {
                for (var full : List.of(true, false)) {
                    var fact = sample(type, full);
                    all.add(fact);
                    assertThat(Formulas.of(definition).items(new Evidence(List.of(fact)), definition, policyFigures))
                            .as(definition.id() + " " + type)
                            .isNotNull();
                }
            }
            var items = Formulas.of(definition).items(new Evidence(all), definition, policyFigures);
            assertThat(items.stream().map(CountedFact::key)).as(definition.id()).doesNotHaveDuplicates();
            assertThat(items).allMatch(item -> definition.parts().containsKey(item.part()));
        }
    }

    private static Fact sample(String type, boolean full) {
        var schema = SCHEMAS.get(type);
        var required = new HashSet<String>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        var data = new LinkedHashMap<String, Object>();
        schema.path("properties").propertyStream().forEach(property -> {
            if (full || required.contains(property.getKey())) {
                data.put(property.getKey(), value(property.getValue()));
            }
        });
        var at = Abacus.at("2024-06-03");
        return new Fact(type + full, type, "s-1", at, 1, at, "350404", new HashMap<>(data));
    }

    private static Object value(JsonNode schema) {
        if (schema.has("const")) {
            return schema.get("const").asString();
        }
        if (schema.has("enum")) {
            var first = schema.get("enum").get(0);
            return first.isInt() ? (Object) first.asInt() : first.asString();
        }
        var type = schema.get("type");
        var name = type.isArray() ? type.get(0).asString() : type.asString();
        return switch (name) {
            case "integer", "number" -> 2024;
            case "boolean" -> true;
            case "array" -> List.of("x");
            default ->
                switch (schema.path("format").asString("")) {
                    case "date" -> "2024-06-03";
                    case "date-time" -> "2024-06-03T10:00:00+08:00";
                    default -> schema.path("pattern").asString("").contains("\\.") ? "10.00" : "x";
                };
        };
    }
}
