package cn.sanming.migrant.subsidy.bankfile;

import java.util.ArrayList;
import java.util.List;

/// Lines of comma-separated values (RFC 4180), one record a line: the two files that go between finance and the bank.
final class Csv {

    private Csv() {}

    /// A value that a spreadsheet would take for a formula gets an apostrophe in front.
    static String line(Object... values) {
        var line = new StringBuilder();
        for (var value : values) {
            if (!line.isEmpty()) {
                line.append(',');
            }
            line.append(field(value.toString()));
        }
        return line.append("\r\n").toString();
    }

    private static String field(String value) {
        var text = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }
}
