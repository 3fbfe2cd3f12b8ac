package cn.sanming.migrant.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The committed `contracts/openapi.json` against what the service really offers.
/// With `-Dcontracts.write=true` the file is written anew, to be reviewed and committed.
public final class OpenApiContract {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private OpenApiContract() {}

    /// @return a sentence about the first difference, or nothing when they agree
    public static String difference(Api api, Path committed) {
        var answer = api.get("/v3/api-docs");
        if (answer.status() != 200) {
            return "the service answers " + answer.status() + " for its own description";
        }
        var offered = (ObjectNode) answer.body();
        offered.remove("servers");
        try {
            if (Boolean.getBoolean("contracts.write")) {
                Files.createDirectories(committed.getParent());
                Files.writeString(committed, JSON.writeValueAsString(sorted(offered)) + "\n");
            }
            if (!Files.exists(committed)) {
                return committed + " is missing; run the test with -Dcontracts.write=true and commit it";
            }
            return first("", JSON.readTree(Files.readString(committed)), sorted(offered));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private static String first(String path, JsonNode committed, JsonNode offered) {
        if (committed.isObject() && offered.isObject()) {
            for (var name : committed.propertyNames()) {
                if (!offered.has(name)) {
                    return path + "/" + name + " is committed and no longer offered";
                }
                var inner = first(path + "/" + name, committed.get(name), offered.get(name));
                if (!inner.isEmpty()) {
                    return inner;
                }
            }
            for (var name : offered.propertyNames()) {
                if (!committed.has(name)) {
                    return path + "/" + name + " is offered and not committed";
                }
            }
            return "";
        }
        return committed.equals(offered) ? "" : path + " differs";
    }
}
