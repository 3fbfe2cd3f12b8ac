package cn.sanming.migrant.platform.reference.sheet.xlsx;

import cn.sanming.migrant.platform.reference.sheet.cells.Cell;
import cn.sanming.migrant.platform.reference.sheet.cells.Deadline;
import cn.sanming.migrant.platform.reference.sheet.cells.RawRow;
import cn.sanming.migrant.platform.reference.sheet.cells.SerialDate;
import cn.sanming.migrant.platform.reference.sheet.cells.SheetBudget;
import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The rows of one sheet of a workbook, cell by cell.
final class XlsxRows {

    private final XMLStreamReader xml;
    private final SharedStrings strings;
    private final NumberFormats formats;
    private final boolean from1904;
    private final boolean calculatesOnLoad;
    private final SheetBudget budget;
    private final Deadline deadline;
    private final CellText text;

    XlsxRows(
            InputStream in,
            SharedStrings strings,
            NumberFormats formats,
            boolean from1904,
            boolean calculatesOnLoad,
            SheetBudget budget)
            throws XMLStreamException {
        this.xml = Xml.reader(in);
        this.strings = strings;
        this.formats = formats;
        this.from1904 = from1904;
        this.calculatesOnLoad = calculatesOnLoad;
        this.budget = budget;
        this.deadline = new Deadline(budget);
        this.text = new CellText(budget.cellLength());
    }

    void forEach(Predicate<RawRow> visitor) throws XMLStreamException {
        int last = 0;
        while (xml.hasNext()) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                deadline.row();
                last = number(Xml.attribute(xml, "r"), last + 1);
                if (!visitor.test(new RawRow(last, cells()))) {
                    return;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("sheetData")) {
                return;
            }
        }
    }

    private static int number(@Nullable String written, int otherwise) {
        return written != null && written.matches("[0-9]{1,7}") ? Integer.parseInt(written) : otherwise;
    }

    private List<Cell> cells() throws XMLStreamException {
        var cells = new ArrayList<Cell>();
        int column = -1;
        while (xml.hasNext()) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                deadline.cell();
                column = column(Xml.attribute(xml, "r"), column + 1);
                var cell = cell();
                if (cell.isEmpty()) {
                    continue;
                }
                if (column >= budget.columns()) {
                    throw UnreadableSheet.over("TOO_MANY_COLUMNS", budget.columns());
                }
                if (column >= cells.size()) {
                    cells.addAll(Collections.nCopies(column - cells.size() + 1, Cell.EMPTY));
                }
                cells.set(column, cell);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                return cells;
            }
        }
        return cells;
    }

    /// The column of an address such as `AB12`, counted from 0.
    private static int column(@Nullable String address, int otherwise) {
        if (address == null) {
            return otherwise;
        }
        int column = 0;
        int letters = 0;
        while (letters < address.length() && letters < 5 && isLetter(address.charAt(letters))) {
            column = column * 26 + (address.charAt(letters) & 0x1F);
            letters++;
        }
        return letters == 0 ? otherwise : column - 1;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private Cell cell() throws XMLStreamException {
        var type = Objects.requireNonNullElse(Xml.attribute(xml, "t"), "n");
        var style = Xml.attribute(xml, "s");
        boolean formula = false;
        boolean counts = false;
        int pronounced = 0;
        text.clear();
        while (xml.hasNext()) {
            switch (Xml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "f" -> formula = true;
                        case "rPh" -> pronounced++;
                        case "v", "t" -> counts = pronounced == 0;
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "c" -> {
                            return meaning(type, style, formula);
                        }
                        case "rPh" -> pronounced--;
                        case "v", "t" -> counts = false;
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (counts) {
                        text.add(xml);
                    }
                }
                default -> {}
            }
        }
        throw UnreadableSheet.of("UNREADABLE_SHEET");
    }

    private Cell meaning(String type, @Nullable String style, boolean formula) {
        if (text.tooLong()) {
            return new Cell(Cell.Kind.TOO_LONG, "");
        }
        var value = text.text();
        if (type.equals("str") || type.equals("inlineStr")) {
            return Cell.text(value);
        }
        var bare = value.strip();
        if (bare.isEmpty()) {
            return formula ? new Cell(Cell.Kind.UNCALCULATED, "") : Cell.EMPTY;
        }
        return switch (type) {
            case "s" -> strings.at(bare);
            case "b" -> new Cell(Cell.Kind.BOOLEAN, bare.equals("1") || bare.equals("true") ? "true" : "false");
            case "e" -> new Cell(Cell.Kind.ERROR, bare);
            case "d" -> new Cell(Cell.Kind.DATE, bare);
            default -> number(bare, style, formula);
        };
    }

    /// A program that writes formulas without their values may write zeroes, and ask to calculate on load.
    private Cell number(String value, @Nullable String style, boolean formula) {
        if (formula && calculatesOnLoad && value.equals("0")) {
            return new Cell(Cell.Kind.UNCALCULATED, "");
        }
        if (formats.date(style)) {
            var date = SerialDate.of(value, from1904);
            if (date.isPresent()) {
                return new Cell(Cell.Kind.DATE, date.get());
            }
        }
        return new Cell(Cell.Kind.NUMBER, value);
    }
}
