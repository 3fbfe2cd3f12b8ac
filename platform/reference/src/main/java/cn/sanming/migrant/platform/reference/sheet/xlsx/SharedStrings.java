package cn.sanming.migrant.platform.reference.sheet.xlsx;

import cn.sanming.migrant.platform.reference.sheet.cells.Cell;
import cn.sanming.migrant.platform.reference.sheet.cells.SheetBudget;
import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/// The texts that the cells of a workbook point to (共享字符串). How a text is pronounced is no part of it.
final class SharedStrings {

    private static final Cell TOO_LONG = new Cell(Cell.Kind.TOO_LONG, "");

    private final List<Cell> cells = new ArrayList<>();

    static SharedStrings read(InputStream in, SheetBudget budget) throws XMLStreamException {
        var strings = new SharedStrings();
        var text = new CellText(budget.cellLength());
        long length = 0;
        boolean counts = false;
        int pronounced = 0;
        var xml = Xml.reader(in);
        while (xml.hasNext()) {
            switch (Xml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "si" -> text.clear();
                        case "rPh" -> pronounced++;
                        case "t" -> counts = pronounced == 0;
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "si" -> {
                            var cell = text.tooLong() ? TOO_LONG : Cell.text(text.text());
                            length += cell.text().length() + 8;
                            if (length > budget.stringLength()) {
                                throw UnreadableSheet.over("TOO_MUCH_TEXT", budget.stringLength());
                            }
                            strings.cells.add(cell);
                        }
                        case "rPh" -> pronounced--;
                        case "t" -> counts = false;
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
        return strings;
    }

    Cell at(String index) {
        if (index.isEmpty() || index.length() > 7 || !index.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw UnreadableSheet.of("UNREADABLE_SHEET");
        }
        int at = Integer.parseInt(index);
        if (at >= cells.size()) {
            throw UnreadableSheet.of("UNREADABLE_SHEET");
        }
        return cells.get(at);
    }
}
