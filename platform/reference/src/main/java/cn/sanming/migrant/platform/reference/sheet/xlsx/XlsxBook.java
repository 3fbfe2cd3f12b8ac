package cn.sanming.migrant.platform.reference.sheet.xlsx;

import cn.sanming.migrant.platform.reference.sheet.cells.RawRow;
import cn.sanming.migrant.platform.reference.sheet.cells.SheetBudget;
import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import cn.sanming.migrant.platform.reference.sheet.cells.Workbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/// A workbook of Office Open XML (XLSX), strict or transitional, whichever program wrote it.
public final class XlsxBook implements Workbook {

    private static final String SHEET = "application/vnd.oasis.opendocument.spreadsheet";

    private final ZipParts parts;
    private final SheetBudget budget;
    private final List<String> names = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final SharedStrings strings;
    private final NumberFormats formats;
    private boolean from1904;
    private boolean calculatesOnLoad;

    public XlsxBook(byte[] file, SheetBudget budget) {
        this.budget = budget;
        this.parts = new ZipParts(file, budget);
        try {
            var book = bookPath();
            var related = relations(book);
            sheets(book, related);
            var texts = related.values().stream()
                    .filter(path -> path.toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml"))
                    .findFirst()
                    .orElse("xl/sharedstrings.xml");
            try (var in = parts.open(texts).orElse(null)) {
                strings = in == null ? new SharedStrings() : SharedStrings.read(in, budget);
            }
            var styles = related.values().stream()
                    .filter(path -> path.endsWith("styles.xml"))
                    .findFirst()
                    .orElse("xl/styles.xml");
            formats = NumberFormats.read(parts.small(styles).orElse(null));
        } catch (IOException | XMLStreamException e) {
            throw UnreadableSheet.of("UNREADABLE_SHEET");
        }
        if (paths.isEmpty()) {
            throw UnreadableSheet.of("UNREADABLE_SHEET");
        }
    }

    /// Where the workbook stands; what is packed but no such workbook gets its own word.
    private String bookPath() throws XMLStreamException, IOException {
        var kind = parts.small("mimetype").map(XlsxBook::text).orElse("");
        if (kind.startsWith(SHEET)) {
            throw UnreadableSheet.of("FILE_IS_ODS");
        }
        var named = relations("").values().stream()
                .filter(path -> path.endsWith("workbook.xml"))
                .findFirst();
        if (named.isPresent() && parts.names().contains(named.get())) {
            return named.get();
        }
        if (parts.names().contains("xl/workbook.xml")) {
            return "xl/workbook.xml";
        }
        if (parts.names().contains("xl/workbook.bin")) {
            throw UnreadableSheet.of("FILE_IS_XLSB");
        }
        if (parts.names().contains("word/document.xml")) {
            throw UnreadableSheet.of("FILE_IS_WORD");
        }
        if (parts.names().stream().anyMatch(name -> name.endsWith(".iwa"))) {
            throw UnreadableSheet.of("FILE_IS_NUMBERS");
        }
        throw UnreadableSheet.of(
                parts.names().stream().anyMatch(name -> name.startsWith("xl/"))
                        ? "UNREADABLE_SHEET"
                        : "FILE_IS_ARCHIVE");
    }

    private static String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What a part points to: id and path within the file.
    private Map<String, String> relations(String part) throws XMLStreamException {
        int slash = part.lastIndexOf('/') + 1;
        var folder = part.substring(0, slash);
        var in = parts.small(folder + "_rels/" + part.substring(slash) + ".rels");
        Map<String, String> relations = new HashMap<>();
        if (in.isEmpty()) {
            return relations;
        }
        var xml = Xml.reader(in.get());
        while (xml.hasNext()) {
            if (Xml.next(xml) == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                var target = Objects.requireNonNullElse(Xml.attribute(xml, "Target"), "");
                relations.put(
                        Objects.requireNonNullElse(Xml.attribute(xml, "Id"), ""),
                        ZipParts.bare(target.startsWith("/") ? target : folder + target.replaceFirst("^\\./", "")));
            }
        }
        return relations;
    }

    private void sheets(String book, Map<String, String> related) throws XMLStreamException {
        var xml = Xml.reader(parts.small(book).orElseThrow(() -> UnreadableSheet.of("UNREADABLE_SHEET")));
        int all = 0;
        while (xml.hasNext()) {
            if (Xml.next(xml) != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "workbookPr" -> from1904 = Xml.isSet(xml, "date1904");
                case "calcPr" -> calculatesOnLoad = Xml.isSet(xml, "fullCalcOnLoad");
                case "sheet" -> {
                    if (++all > budget.tabs()) {
                        throw UnreadableSheet.over("TOO_MANY_SHEETS", budget.tabs());
                    }
                    var path = related.get(Objects.requireNonNullElse(Xml.attribute(xml, "id"), ""));
                    var state = Objects.requireNonNullElse(Xml.attribute(xml, "state"), "visible");
                    if (path != null && path.contains("sheet") && state.equals("visible")) {
                        names.add(Objects.requireNonNullElse(Xml.attribute(xml, "name"), ""));
                        paths.add(path);
                    }
                }
                default -> {}
            }
        }
    }

    @Override
    public List<String> tabs() {
        return List.copyOf(names);
    }

    @Override
    public void rows(int tab, Predicate<RawRow> visitor) {
        try (var in = parts.open(paths.get(tab)).orElseThrow(() -> UnreadableSheet.of("UNREADABLE_SHEET"))) {
            new XlsxRows(in, strings, formats, from1904, calculatesOnLoad, budget).forEach(visitor);
        } catch (IOException | XMLStreamException e) {
            throw UnreadableSheet.of("UNREADABLE_SHEET");
        }
    }
}
