package cn.sanming.migrant.platform.reference.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/// Ten ways in which programs write the same grid of texts and numbers as a workbook.
enum Writer {
    /// a streaming library, with sizes of 64 bits behind the data
    FASTEXCEL,
    /// texts in a table of their own, as most office programs
    SHARED_STRINGS,
    /// texts within the cells, as streaming libraries
    INLINE_STRINGS,
    /// texts as results of formulas, as some reports
    FORMULA_STRINGS,
    /// every name with a prefix, as SDKs write
    PREFIXED,
    /// the namespaces of the strict standard
    STRICT,
    /// no addresses of rows and cells, as small libraries
    NO_ADDRESSES,
    /// nothing packed, folders with backslashes and capitals, absolute targets
    STORED_WITH_BACKSLASHES,
    /// texts in several runs, with pronunciation
    RICH_TEXT,
    /// XML in UTF-16
    UTF_16;

    byte[] write(List<List<Object>> grid) {
        try {
            return this == FASTEXCEL ? fastexcel(grid) : parts(grid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] fastexcel(List<List<Object>> grid) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("工资表");
            for (int row = 0; row < grid.size(); row++) {
                for (int column = 0; column < grid.get(row).size(); column++) {
                    switch (grid.get(row).get(column)) {
                        case Number number -> sheet.value(row, column, number);
                        case String text when !text.isEmpty() -> sheet.value(row, column, text);
                        default -> {}
                    }
                }
            }
        }
        return out.toByteArray();
    }

    private byte[] parts(List<List<Object>> grid) throws IOException {
        var p = this == PREFIXED ? "x:" : "";
        var main = this == STRICT ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : XlsxParts.MAIN;
        var names = p.isEmpty() ? "xmlns=\"" + main + '"' : "xmlns:x=\"" + main + '"';
        var strings = new StringBuilder();
        var rows = new StringBuilder();
        int count = 0;
        for (int row = 0; row < grid.size(); row++) {
            rows.append('<')
                    .append(p)
                    .append("row")
                    .append(this == NO_ADDRESSES ? "" : " r=\"" + (row + 1) + '"')
                    .append('>');
            for (int column = 0; column < grid.get(row).size(); column++) {
                var value = grid.get(row).get(column);
                var at = this == NO_ADDRESSES ? "" : " r=\"" + (char) ('A' + column) + (row + 1) + '"';
                if (value instanceof Number number) {
                    rows.append("<%sc%s><%sv>%s</%sv></%sc>".formatted(p, at, p, stored(number), p, p));
                } else if (value.equals("")) {
                    rows.append("<%sc%s s=\"0\"/>".formatted(p, at));
                } else if (this == INLINE_STRINGS) {
                    rows.append(
                            "<c%s t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>".formatted(at, value));
                } else if (this == FORMULA_STRINGS) {
                    rows.append("<c%s t=\"str\"><f>T(Z1)</f><v>%s</v></c>".formatted(at, value));
                } else {
                    rows.append("<%sc%s t=\"s\"><%sv>%d</%sv></%sc>".formatted(p, at, p, count++, p, p));
                    strings.append(item(p, value.toString()));
                }
            }
            rows.append("</").append(p).append("row>");
        }
        Map<String, String> parts = new LinkedHashMap<>();
        boolean absolute = this == STORED_WITH_BACKSLASHES;
        parts.put("_rels/.rels", "<Relationships><Relationship Id=\"a\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                ("<%sworkbook %s xmlns:r=\"r\"><%ssheets><%ssheet name=\"工资表\" sheetId=\"1\" r:id=\"r1\"/>"
                                + "</%ssheets></%sworkbook>")
                        .formatted(p, names, p, p, p, p));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                ("<Relationships><Relationship Id=\"r1\" Target=\"%sworksheets/sheet1.xml\"/>"
                                + "<Relationship Id=\"r2\" Target=\"%ssharedStrings.xml\"/></Relationships>")
                        .formatted(absolute ? "/xl/" : "", absolute ? "/xl/" : ""));
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<%sworksheet %s><%ssheetData>%s</%ssheetData></%sworksheet>".formatted(p, names, p, rows, p, p));
        if (count > 0) {
            parts.put("xl/sharedStrings.xml", "<%ssst %s>%s</%ssst>".formatted(p, names, strings, p));
        }
        return zip(parts);
    }

    private String item(String p, String text) {
        return this == RICH_TEXT && text.length() > 1
                ? "<si><r><t>%s</t></r><r><rPr><b/></rPr><t>%s</t></r><rPh sb=\"0\" eb=\"1\"><t>ミョウ</t></rPh></si>"
                        .formatted(text.substring(0, 1), text.substring(1))
                : "<%ssi><%st>%s</%st></%ssi>".formatted(p, p, text, p, p);
    }

    /// The nearest binary number with 17 digits, as spreadsheet programs store it.
    private static String stored(Number number) {
        return new java.math.BigDecimal(number.doubleValue())
                .round(new java.math.MathContext(17))
                .stripTrailingZeros()
                .toPlainString();
    }

    private byte[] zip(Map<String, String> parts) throws IOException {
        var charset = this == UTF_16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                add(zip, part.getKey(), part.getValue(), charset);
            }
        }
        return out.toByteArray();
    }

    private void add(ZipOutputStream zip, String name, String content, Charset charset) throws IOException {
        var bytes = ("<?xml version=\"1.0\" encoding=\"" + charset + "\"?>\n" + content).getBytes(charset);
        boolean plain = this == STORED_WITH_BACKSLASHES;
        var entry = new ZipEntry(plain ? name.replace('/', '\\').replace("sharedStrings", "SharedStrings") : name);
        if (plain) {
            var crc = new CRC32();
            crc.update(bytes);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
