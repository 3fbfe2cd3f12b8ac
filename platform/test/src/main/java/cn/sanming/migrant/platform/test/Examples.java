package cn.sanming.migrant.platform.test;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The worked examples of a room (`examples/worked-examples.json`): input and expected result of every rule and
/// machine.
public final class Examples {

    private Examples() {}

    /// One worked example.
    public record Example(String id, String measure, String rule, JsonNode input, JsonNode expected, String reason) {
        @Override
        public String toString() {
            return id + " " + rule + ": " + reason;
        }
    }

    public static Stream<Example> all() {
        var file = Examples.class.getClassLoader().getResourceAsStream("examples/worked-examples.json");
        if (file == null) {
            throw new IllegalStateException("examples/worked-examples.json is missing");
        }
        return StreamSupport.stream(JsonMapper.shared().readTree(file).spliterator(), false)
                .map(node -> new Example(
                        node.path("id").asString(),
                        node.path("measure").asString(),
                        node.path("rule").asString(),
                        node.path("input"),
                        node.path("expected"),
                        node.path("reason").asString()));
    }

    public static Stream<Example> rules() {
        return all().filter(example ->
                !example.rule().equals("STATE_MACHINE") && !example.rule().equals("ROLE"));
    }

    public static Stream<Example> checks() {
        return all().filter(example ->
                example.rule().equals("STATE_MACHINE") || example.rule().equals("ROLE"));
    }

    /// Every expected field that the answer lacks or has otherwise.
    public static List<String> differences(JsonNode expected, JsonNode actual) {
        return expected.propertyStream()
                .filter(field -> !same(field.getValue(), actual.path(field.getKey())))
                .map(field ->
                        field.getKey() + ": expected " + field.getValue() + ", found " + actual.path(field.getKey()))
                .toList();
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            return differences(expected, actual).isEmpty();
        }
        return expected.equals(actual)
                || expected.isNumber()
                        && actual.isNumber()
                        && expected.decimalValue().compareTo(actual.decimalValue()) == 0;
    }
}
