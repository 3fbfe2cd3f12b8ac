package cn.sanming.migrant.platform.reference.sheet.xlsx;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Which cell styles show a number as a date (日期格式).
final class NumberFormats {

    private static final Pattern NOT_PATTERN = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.|(?i)general");
    private static final Pattern DATE = Pattern.compile("[ymdhsYMDHS]");

    private final List<Boolean> dates = new ArrayList<>();

    static NumberFormats read(@Nullable InputStream in) throws XMLStreamException {
        var formats = new NumberFormats();
        if (in == null) {
            return formats;
        }
        Map<String, Boolean> own = new HashMap<>();
        boolean ofCells = false;
        var xml = Xml.reader(in);
        while (xml.hasNext()) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" ->
                        own.put(
                                Objects.requireNonNullElse(Xml.attribute(xml, "numFmtId"), ""),
                                isDate(Objects.requireNonNullElse(Xml.attribute(xml, "formatCode"), "")));
                    case "cellXfs" -> ofCells = true;
                    case "xf" -> {
                        if (ofCells) {
                            var id = Objects.requireNonNullElse(Xml.attribute(xml, "numFmtId"), "0");
                            formats.dates.add(own.getOrDefault(id, isBuiltInDate(id)));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                ofCells = false;
            }
        }
        return formats;
    }

    static boolean isDate(String format) {
        return DATE.matcher(NOT_PATTERN.matcher(format).replaceAll("")).find();
    }

    /// The numbers that need no description, those of Chinese dates included.
    private static boolean isBuiltInDate(String id) {
        if (!id.matches("[0-9]{1,3}")) {
            return false;
        }
        int number = Integer.parseInt(id);
        return number >= 14 && number <= 22
                || number >= 27 && number <= 36
                || number >= 45 && number <= 47
                || number >= 50 && number <= 58;
    }

    boolean date(@Nullable String style) {
        if (style == null || !style.matches("[0-9]{1,6}")) {
            return false;
        }
        int index = Integer.parseInt(style);
        return index < dates.size() && dates.get(index);
    }
}
