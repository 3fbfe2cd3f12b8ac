package cn.sanming.migrant.platform.reference.sheet.xlsx;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/// Gathers the text of one cell and forgets what is longer than a cell may be.
final class CellText {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final int longest;
    private final StringBuilder text = new StringBuilder();
    private boolean tooLong;

    CellText(int longest) {
        this.longest = longest;
    }

    void clear() {
        text.setLength(0);
        tooLong = false;
    }

    void add(XMLStreamReader xml) {
        if (text.length() + xml.getTextLength() > longest) {
            tooLong = true;
        } else {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
    }

    boolean tooLong() {
        return tooLong;
    }

    /// Characters that XML cannot hold are written as `_x000D_`.
    String text() {
        if (text.indexOf("_x") < 0) {
            return text.toString();
        }
        return ESCAPED.matcher(text).replaceAll(found -> {
            char c = (char) Integer.parseInt(found.group(1), 16);
            return c == '\\' || c == '$' ? "\\" + c : String.valueOf(c);
        });
    }
}
