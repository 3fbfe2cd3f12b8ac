package cn.sanming.migrant.platform.reference.sheet.csv;

import cn.sanming.migrant.platform.reference.sheet.cells.RawRow;
import cn.sanming.migrant.platform.reference.sheet.cells.SheetBudget;
import cn.sanming.migrant.platform.reference.sheet.cells.Workbook;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// A text file of separated values (CSV): its encoding and its separator are found, `sep=` is believed.
public final class CsvBook implements Workbook {

    private static final int LINES = 20;
    private static final char[] SEPARATORS = {',', '\t', ';', '|', '，'};

    private final byte[] file;
    private final SheetBudget budget;
    private final Charset charset;
    private final char separator;
    private final boolean declared;

    public CsvBook(byte[] file, SheetBudget budget) {
        this.file = file;
        this.budget = budget;
        this.charset = TextEncoding.of(file, true);
        var first = head().lines().findFirst().orElse("").strip();
        var lower = first.toLowerCase(Locale.ROOT).replace("\"", "");
        this.declared = lower.startsWith("sep=");
        this.separator = declared ? (lower.length() > 4 ? lower.charAt(4) : '\t') : sniff();
    }

    private String head() {
        return new String(file, 0, Math.min(file.length, 64 * 1024) & ~1, charset).replace("\uFEFF", "");
    }

    /// The separator that cuts the first lines most often into the same number of pieces.
    private char sniff() {
        var lines = head().lines().filter(line -> !line.isBlank()).limit(LINES).toList();
        char best = ',';
        long most = 0;
        for (var candidate : SEPARATORS) {
            long score = 0;
            for (var line : lines) {
                score += outside(line, candidate) > 0 ? 100 + Math.min(outside(line, candidate), 99) : 0;
            }
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static long outside(String line, char separator) {
        boolean quoted = false;
        long count = 0;
        for (int i = 0; i < Math.min(line.length(), 4096); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                count++;
            }
        }
        return count;
    }

    @Override
    public List<String> tabs() {
        return List.of("CSV");
    }

    @Override
    public void rows(int tab, Predicate<RawRow> visitor) {
        try (var in = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(file), charset))) {
            var rows = new CsvRows(in, separator, budget);
            for (var row = rows.next(); row != null; row = rows.next()) {
                if (!(declared && row.number() == 1) && !visitor.test(row)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
