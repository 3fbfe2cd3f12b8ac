package cn.sanming.migrant.job.vacancy.imports;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/// Streams the rows of a file as JSON objects; nothing but the current row is held.
public final class SheetReader {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final CsvMapper CSV = new CsvMapper();
    private static final int HEAD = 64 * 1024;
    private static final int WIDEST = 40;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private SheetReader() {}

    /// Gets one row after the other.
    @FunctionalInterface
    public interface Taker {

        /// @param row nothing where the row is no row at all; @return whether to go on
        boolean take(@Nullable JsonNode row);
    }

    /// The file is not what its content type says.
    public static final class Unreadable extends RuntimeException {

        Unreadable(String why) {
            super(why, null, false, false);
        }
    }

    public static void read(SheetFormat format, InputStream in, Taker taker) throws IOException {
        try {
            switch (format) {
                case JSON -> array(in, taker);
                case NDJSON -> lines(in, taker);
                case CSV -> csv(in, taker);
                case XLSX -> xlsx(in, taker);
            }
        } catch (JacksonException e) {
            throw new Unreadable("the file cannot be read as " + format);
        }
    }

    private static void array(InputStream in, Taker taker) {
        try (var nodes = JSON.readerFor(JsonNode.class).<JsonNode>readValues(in)) {
            while (nodes.hasNext()) {
                if (!taker.take(nodes.next())) {
                    return;
                }
            }
        }
    }

    /// A broken line spoils itself and no other.
    private static void lines(InputStream in, Taker taker) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isBlank() && !taker.take(object(line))) {
                return;
            }
        }
    }

    private static @Nullable JsonNode object(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException _) {
            return null;
        }
    }

    private static void csv(InputStream in, Taker taker) throws IOException {
        var schema = CsvSchema.emptySchema().withHeader();
        try (var rows = CSV.readerFor(new TypeReference<Map<String, String>>() {})
                .with(schema)
                .<Map<String, String>>readValues(text(in))) {
            while (rows.hasNext()) {
                var cells = new HashMap<String, String>();
                rows.next().forEach((name, value) -> {
                    if (value != null && !value.isBlank()) {
                        cells.put(Columns.named(name), value.strip());
                    }
                });
                if (!cells.isEmpty() && !taker.take(Columns.typed(cells))) {
                    return;
                }
            }
        }
    }

    /// Spreadsheets save CSV as UTF-8 with or without a mark, or in the national encoding; titles must survive all
    /// three.
    private static Reader text(InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in, HEAD);
        buffered.mark(HEAD);
        var head = buffered.readNBytes(HEAD);
        buffered.reset();
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            buffered.skipNBytes(3);
            return new InputStreamReader(buffered, StandardCharsets.UTF_8);
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
            return new InputStreamReader(buffered, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return new InputStreamReader(buffered, GB18030);
        }
    }

    private static void xlsx(InputStream in, Taker taker) {
        try (var workbook = new ReadableWorkbook(in);
                var rows = workbook.getFirstSheet().openStream()) {
            Iterator<Row> all = rows.iterator();
            if (!all.hasNext()) {
                return;
            }
            var header = names(all.next());
            while (all.hasNext()) {
                var cells = cells(all.next(), header);
                if (!cells.isEmpty() && !taker.take(Columns.typed(cells))) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new Unreadable("the file cannot be read as XLSX");
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
        var cells = new HashMap<String, String>();
        for (int i = 0; i < Math.min(header.length, row.getCellCount()); i++) {
            var text = row.getCellText(i);
            if (text != null && !text.isBlank()) {
                cells.put(header[i], text.strip());
            }
        }
        return cells;
    }
}
