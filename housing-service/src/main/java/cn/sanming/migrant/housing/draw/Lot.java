package cn.sanming.migrant.housing.draw;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// What is drawn and who takes part (摇号名册), with its one written form: the bytes that are hashed and published.
///
/// ```
/// sanming-draw/1 <round>
/// unit <unit id>
/// application <application id> <priority class>
/// ```
///
/// One line each, units first, every line ends with a line feed, nothing else.
record Lot(String roundId, List<String> units, List<Entry> entries) {

    private static final String HEAD = "sanming-draw/1 ";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,40}");

    /// @param priorityClass 1 before 2 before 3
    record Entry(String applicationId, int priorityClass) {}

    Lot {
        units = List.copyOf(units);
        entries = List.copyOf(entries);
    }

    String text() {
        var text = new StringBuilder(HEAD).append(roundId).append('\n');
        units.forEach(unit -> text.append("unit ").append(unit).append('\n'));
        entries.forEach(entry -> text.append("application ")
                .append(entry.applicationId())
                .append(' ')
                .append(entry.priorityClass())
                .append('\n'));
        return text.toString();
    }

    /// Reads the written form; any other form is refused, so that one list has one hash.
    static Lot read(String text) {
        var lines = text.split("\n", -1);
        if (!lines[0].startsWith(HEAD) || !lines[lines.length - 1].isEmpty()) {
            throw unfit(1);
        }
        var units = new ArrayList<String>();
        var entries = new ArrayList<Entry>();
        var seen = new HashSet<String>();
        for (int i = 1; i < lines.length - 1; i++) {
            var words = lines[i].split(" ", -1);
            if (words.length < 2 || !ID.matcher(words[1]).matches() || !seen.add(words[1])) {
                throw unfit(i + 1);
            }
            if (words[0].equals("unit") && words.length == 2 && entries.isEmpty()) {
                units.add(words[1]);
            } else if (words[0].equals("application") && words.length == 3 && words[2].matches("[123]")) {
                entries.add(new Entry(words[1], Integer.parseInt(words[2])));
            } else {
                throw unfit(i + 1);
            }
        }
        return new Lot(lines[0].substring(HEAD.length()), units, entries);
    }

    private static UnfitFacts unfit(int line) {
        return new UnfitFacts(Reason.at("/list", "NOT_A_DRAW_LIST").required("sanming-draw/1", "line " + line));
    }
}
