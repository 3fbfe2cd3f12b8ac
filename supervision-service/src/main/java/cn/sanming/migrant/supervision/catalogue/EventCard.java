package cn.sanming.migrant.supervision.catalogue;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a type of event means: its measures and clauses, and how it reads in a timeline.
///
/// @param withheld fields of health data that supervision does not keep: it sees counts
public record EventCard(
        String type,
        String producer,
        List<String> measures,
        List<String> clauses,
        String key,
        String summaryZh,
        String summaryEn,
        List<String> withheld,
        List<Reaction> reactions) {

    private static final Pattern FIELD = Pattern.compile("\\{([a-z_]+)}");

    /// What another department does when it hears of it.
    public record Reaction(String consumer, String reaction) {}

    public String summaryZh(Map<String, ?> payload) {
        return filled(summaryZh, payload);
    }

    public String summaryEn(Map<String, ?> payload) {
        return filled(summaryEn, payload);
    }

    private static String filled(String template, Map<String, ?> payload) {
        return FIELD.matcher(template).replaceAll(field -> {
            var value = payload.get(field.group(1));
            return Matcher.quoteReplacement(value == null ? "–" : value.toString());
        });
    }
}
