package cn.sanming.migrant.platform.reference.sheet;

import cn.sanming.migrant.platform.reference.sheet.cells.Cell;
import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Rows as JSON, in a list or line by line (NDJSON); a broken line spoils itself only.
final class JsonRecords {

    private static final int DEEPEST = 8;
    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(60)
                            .maxStringLength(10_000)
                            .build())
                    .build())
            .build()
            .readerFor(JsonNode.class);

    private JsonRecords() {}

    /// @param visitor gets nothing where a row is no row at all
    static void read(byte[] file, Consumer<@Nullable Map<String, Cell>> visitor) {
        var text = new String(file, StandardCharsets.UTF_8);
        var bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (bare.stripLeading().startsWith("[")) {
            array(bare, visitor);
        } else {
            bare.lines().filter(line -> !line.isBlank()).forEach(line -> visitor.accept(object(line)));
        }
    }

    private static void array(String text, Consumer<@Nullable Map<String, Cell>> visitor) {
        try (var nodes = JSON.<JsonNode>readValues(text)) {
            while (nodes.hasNext()) {
                visitor.accept(cells(nodes.next()));
            }
        } catch (JacksonException e) {
            throw UnreadableSheet.of("UNREADABLE_SHEET");
        }
    }

    private static @Nullable Map<String, Cell> object(String line) {
        try {
            return cells(JSON.readTree(line));
        } catch (JacksonException _) {
            return null; // the row gets its own verdict
        }
    }

    private static @Nullable Map<String, Cell> cells(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        Map<String, Cell> cells = new LinkedHashMap<>();
        node.properties().forEach(entry -> cells.put(entry.getKey(), cell(entry.getValue())));
        return cells;
    }

    private static Cell cell(JsonNode value) {
        if (value.isNull()) {
            return Cell.EMPTY;
        }
        if (value.isNumber()) {
            return new Cell(Cell.Kind.NUMBER, value.asString());
        }
        if (value.isArray()) {
            return Cell.text(value.valueStream().map(one -> one.asString("")).collect(Collectors.joining(",")));
        }
        return Cell.text(value.asString(""));
    }
}
