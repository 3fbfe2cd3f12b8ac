package cn.sanming.migrant.wage.payroll.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/// Streams the rows of a sheet as plain field maps; nothing but the current row is held.
final class SheetReader {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final CsvMapper CSV = new CsvMapper();
    private static final int HEAD = 64 * 1024;
    private static final int WIDEST = 40;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private SheetReader() {}

    /// The file is not what its content type says.
    static final class Unreadable extends RuntimeException {
        Unreadable(String why) {
            super(why, null, false, false);
        }
    }

    static void read(SheetFormat format, InputStream in, Consumer<Map<String, String>> row) throws IOException {
        try {
            switch (format) {
                case JSON, NDJSON -> json(in, row);
                case CSV -> csv(in, row);
                case XLSX -> xlsx(in, row);
            }
        } catch (JacksonException e) {
            throw new Unreadable("the sheet cannot be read as " + format);
        }
    }

    private static void json(InputStream in, Consumer<Map<String, String>> row) {
        try (var nodes = JSON.readerFor(JsonNode.class).<JsonNode>readValues(in)) {
            while (nodes.hasNext()) {
                var node = nodes.next();
                if (node.isArray()) {
                    node.forEach(element -> row.accept(fields(element)));
                } else {
                    row.accept(fields(node));
                }
            }
        }
    }

    private static Map<String, String> fields(JsonNode node) {
        if (!node.isObject()) {
            throw new Unreadable("a row is an object");
        }
        var fields = new HashMap<String, String>();
        node.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                fields.put(Columns.named(entry.getKey()), entry.getValue().asString());
            }
        });
        return fields;
    }

    private static void csv(InputStream in, Consumer<Map<String, String>> row) throws IOException {
        var buffered = new BufferedInputStream(in, HEAD);
        var reader = new InputStreamReader(buffered, charsetOf(buffered));
        var schema = CsvSchema.emptySchema().withHeader();
        try (var rows = CSV.readerFor(new TypeReference<Map<String, String>>() {})
                .with(schema)
                .<Map<String, String>>readValues(reader)) {
            while (rows.hasNext()) {
                row.accept(renamed(rows.next()));
            }
        }
    }

    /// Spreadsheets save CSV as UTF-8 with or without a mark, or in the national encoding; names must survive all
    /// three.
    private static Charset charsetOf(BufferedInputStream in) throws IOException {
        in.mark(HEAD);
        var head = in.readNBytes(HEAD);
        in.reset();
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            in.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        int end = head.length;
        // a character cut at the end of the head is no proof against UTF-8
        while (end > 0 && end > head.length - 4 && head.length == HEAD && head[end - 1] < 0) {
            end--;
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(head, 0, end));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return GB18030;
        }
    }

    private static Map<String, String> renamed(Map<String, String> raw) {
        var fields = new HashMap<String, String>();
        raw.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                fields.put(Columns.named(name), value.strip());
            }
        });
        return fields;
    }

    private static void xlsx(InputStream in, Consumer<Map<String, String>> row) throws IOException {
        try (var workbook = new ReadableWorkbook(in);
                var rows = workbook.getFirstSheet().openStream()) {
            Iterator<Row> all = rows.iterator();
            if (!all.hasNext()) {
                return;
            }
            var header = names(all.next());
            while (all.hasNext()) {
                var fields = cells(all.next(), header);
                if (!fields.isEmpty()) {
                    row.accept(fields);
                }
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof Unreadable unreadable ? unreadable : new Unreadable("the sheet cannot be read as XLSX");
        }
    }

    private static String[] names(Row header) {
        var names = new String[Math.min(header.getCellCount(), WIDEST)];
        for (int i = 0; i < names.length; i++) {
            names[i] = Columns.named(header.getCellText(i));
        }
        return names;
    }

    private static Map<String, String> cells(Row row, String[] header) {
        var fields = new HashMap<String, String>();
        for (int i = 0; i < Math.min(header.length, row.getCellCount()); i++) {
            var text = row.getCellText(i);
            if (text != null && !text.isBlank()) {
                fields.put(header[i], text.strip());
            }
        }
        return fields;
    }
}
