package cn.sanming.migrant.supervision.indicator;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What stands behind a value (分项): by group of its own part, and the other parts of the indicator by their names.
record Breakdown(IndicatorDefinition definition, List<Row> rows) {

    Map<String, Map<String, Object>> lines() {
        var lines = new LinkedHashMap<String, Map<String, Object>>();
        definition.parts().forEach((name, part) -> {
            var own = name.equals(definition.value().part());
            var inPart = (Predicate<Row>) row -> row.part().equals(name);
            if (!own || definition.parts().size() > 1) {
                lines.put(name, line(part, inPart));
            }
            for (var group : groups(name, part)) {
                lines.put(own ? group : name + "/" + group, line(part, inPart.and(Row.inGroup(group))));
            }
        });
        return lines;
    }

    private List<String> groups(String name, IndicatorDefinition.Part part) {
        var groups = new LinkedHashMap<String, Boolean>();
        if (part.groups() != null) {
            part.groups().forEach(group -> groups.put(group, true));
        }
        var found = new TreeSet<String>();
        rows.stream()
                .filter(row -> row.part().equals(name))
                .map(Row::group)
                .filter(Objects::nonNull)
                .forEach(found::add);
        found.forEach(group -> groups.put(group, true));
        return List.copyOf(groups.keySet());
    }

    private Map<String, Object> line(IndicatorDefinition.Part part, Predicate<Row> which) {
        var basis = rows.stream().filter(which).toList();
        long n = basis.stream().mapToLong(Row::n).sum();
        long d = basis.stream().mapToLong(Row::d).sum();
        var line = new LinkedHashMap<String, Object>();
        put(line, part.n(), n);
        if (part.d() != null) {
            put(line, part.d(), d);
            if (d != 0) {
                line.put("value", Quotient.of(n, d).rounded(IndicatorDefinition.Unit.RATIO));
            }
        }
        if (part.a() != null) {
            long a = basis.stream().mapToLong(Row::a).sum();
            line.put(part.a(), part.money() ? yuan(a).toPlainString() : (Object) a);
        }
        return line;
    }

    private static void put(Map<String, Object> line, String name, long number) {
        if (name.endsWith("_fen")) {
            line.put(name.substring(0, name.length() - 4), yuan(number).toPlainString());
        } else {
            line.put(name, number);
        }
    }

    /// A numerator or denominator as it is shown.
    static BigDecimal shown(String name, long number) {
        return name.endsWith("_fen") ? yuan(number) : BigDecimal.valueOf(number);
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
