package cn.sanming.migrant.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The committed `contracts/operations.txt` against what the service really offers: one line for each operation, with a
/// hash of all it takes and gives. Schema names are no part of it, so that a class can be renamed. The whole
/// description is written to `target/openapi.json`.
/// With `-Dcontracts.write=true` the file is written anew, to be reviewed and committed.
public final class OpenApiContract {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");
    private static final String REFERENCE = "#/components/schemas/";

    private OpenApiContract() {}

    /// @return a sentence about the first difference, or nothing when they agree
    public static String difference(Api api, Path committed) {
        var answer = api.get("/v3/api-docs");
        if (answer.status() != 200) {
            return "the service answers " + answer.status() + " for its own description";
        }
        var offered = (ObjectNode) answer.body();
        offered.remove("servers");
        var lines = lines(offered);
        try {
            Files.createDirectories(Path.of("target"));
            Files.writeString(Path.of("target/openapi.json"), JSON.writeValueAsString(sorted(offered)) + "\n");
            if (Boolean.getBoolean("contracts.write")) {
                Files.createDirectories(committed.toAbsolutePath().getParent());
                Files.write(committed, lines);
            }
            if (!Files.exists(committed)) {
                return committed + " is missing; run the test with -Dcontracts.write=true and commit it";
            }
            return first(new TreeSet<>(Files.readAllLines(committed)), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String first(Set<String> committed, Set<String> offered) {
        for (var line : committed) {
            if (!offered.contains(line)) {
                return line + " is committed and no longer offered";
            }
        }
        for (var line : offered) {
            if (!committed.contains(line)) {
                return line + " is offered and not committed";
            }
        }
        return "";
    }

    private static TreeSet<String> lines(ObjectNode api) {
        var lines = new TreeSet<String>();
        var schemas = api.path("components").path("schemas");
        api.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        lines.add("%s %s %s %s"
                                .formatted(
                                        path,
                                        method.toUpperCase(Locale.ROOT),
                                        operation.path("operationId").asString(),
                                        hash(resolved(operation, schemas, new HashSet<>())
                                                .toString())));
                    }
                }));
        return lines;
    }

    /// Every reference replaced by what it stands for; a type inside itself stands as a loop.
    private static JsonNode resolved(JsonNode node, JsonNode schemas, Set<String> open) {
        if (node.isArray()) {
            var list = JSON.createArrayNode();
            node.forEach(each -> list.add(resolved(each, schemas, open)));
            return list;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var reference = object.path("$ref").asString("");
        if (reference.startsWith(REFERENCE)) {
            var name = reference.substring(REFERENCE.length());
            if (!open.add(name)) {
                return JSON.getNodeFactory().stringNode("loop");
            }
            var whole = resolved(schemas.path(name), schemas, open);
            open.remove(name);
            return whole;
        }
        var result = JSON.createObjectNode();
        object.propertyNames().stream()
                .sorted()
                .forEach(name -> result.set(name, resolved(object.get(name), schemas, open)));
        return result;
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var result = JSON.createObjectNode();
            object.propertyNames().stream().sorted().forEach(name -> result.set(name, sorted(object.get(name))));
            return result;
        }
        return node;
    }
}
