package cn.sanming.migrant.supervision.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cn.sanming.migrant.supervision.catalogue.Catalogue;
import cn.sanming.migrant.supervision.catalogue.Promise;
import cn.sanming.migrant.supervision.coverage.Capability.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No promise without a capability, and no capability that its department does not have.
class CapabilitiesTest {

    private static final Pattern RULE = Pattern.compile("@PolicyRule\\(\\s*id = \"([A-Z_]+)\"");
    private static final Map<String, Set<String>> RULES = new HashMap<>();

    static List<Promise> promises() {
        return Arrays.asList(Catalogue.read("promises", Promise[].class));
    }

    static List<Capability> capabilities() {
        return new Capabilities().all();
    }

    private static Path room(Capability capability) {
        return Path.of("..", capability.service());
    }

    @Test
    void knowsAllPromisesOfThe21Measures() {
        assertThat(promises()).hasSize(116);
        assertThat(promises().stream().map(Promise::measure).distinct()).hasSize(21);
    }

    @ParameterizedTest
    @MethodSource("promises")
    void standsBehindEveryPromise(Promise promise) {
        assertThat(new Capabilities().of(promise.id()))
                .as("%s %s", promise.id(), promise.promise())
                .isNotEmpty();
    }

    @Test
    void servesNoPromiseThatNobodyMade() {
        var made = promises().stream().map(Promise::id).collect(Collectors.toSet());
        assertThat(capabilities().stream()
                        .map(Capability::promise)
                        .filter(id -> !made.contains(id))
                        .toList())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("capabilities")
    void isReallyThere(Capability capability) throws IOException {
        switch (capability.kind()) {
            case OPERATION -> assertThat(operations(room(capability))).contains(capability.name());
            case RULE -> assertThat(rules(room(capability))).contains(capability.name());
            case LIFECYCLE ->
                assertThat(room(capability).resolve("src/main/resources/lifecycles/" + capability.name() + ".yaml"))
                        .exists();
            case EVENT ->
                assertThat(room(capability).resolve("contracts/events/" + capability.name() + ".schema.json"))
                        .exists();
        }
        if (capability.kind() != Kind.OPERATION) {
            assertThat(capability.link()).startsWith("/api/v1/").doesNotContain("null");
        }
    }

    /// A department that has not described its API yet cannot be held to it.
    private static Set<String> operations(Path room) throws IOException {
        var file = room.resolve("contracts/operations.txt");
        assumeThat(file)
                .as("the API of " + room.getFileName() + " is described")
                .exists();
        var operations = new TreeSet<String>();
        for (var line : Files.readAllLines(file)) {
            var parts = line.split(" ");
            operations.add(parts[1] + ' ' + parts[0]);
        }
        return operations;
    }

    private static Set<String> rules(Path room) throws IOException {
        var known = RULES.get(room.toString());
        if (known != null) {
            return known;
        }
        var rules = new TreeSet<String>();
        try (var sources = Files.walk(room.resolve("src/main/java"))) {
            for (var source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                RULE.matcher(Files.readString(source)).results().forEach(found -> rules.add(found.group(1)));
            }
        }
        RULES.put(room.toString(), rules);
        return rules;
    }
}
