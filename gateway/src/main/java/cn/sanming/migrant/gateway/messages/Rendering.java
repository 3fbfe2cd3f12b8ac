package cn.sanming.migrant.gateway.messages;

import cn.sanming.migrant.platform.reference.Divisions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Says a message in the reader's language: facts into words, codes into words, districts by name.
@Component
final class Rendering {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");

    /// What each kind of value may be long in a WeChat template, by the letters of its key.
    private static final Map<String, Integer> LONGEST =
            Map.of("thing", 20, "character_string", 32, "phrase", 5, "name", 10, "number", 32, "letter", 32);

    private final Wordings wordings;
    private final ReasonWords reasons;
    private final Divisions divisions = Divisions.sanming();

    record Said(String title, String text) {}

    Rendering(Wordings wordings, ReasonWords reasons) {
        this.wordings = wordings;
        this.reasons = reasons;
    }

    Said say(String kind, Map<String, String> facts, List<String> codes, Locale asked) {
        var english = Locale.ENGLISH.getLanguage().equals(asked.getLanguage());
        var words = english ? wordings.of(kind).en() : wordings.of(kind).zh();
        return new Said(
                fill(words.title(), kind, facts, codes, english), fill(words.text(), kind, facts, codes, english));
    }

    /// The values of the WeChat template, in Chinese, no longer than WeChat takes them.
    Map<String, String> values(String kind, Map<String, String> facts, List<String> codes) {
        var fields = wordings.of(kind).fields();
        var values = new LinkedHashMap<String, String>();
        if (fields != null) {
            fields.forEach((key, text) -> values.put(key, cut(key, fill(text, kind, facts, codes, false))));
        }
        return values;
    }

    String page(String kind, String subject) {
        var page = wordings.of(kind).page();
        return page == null ? "" : page.replace("{subject}", subject);
    }

    private String fill(String text, String kind, Map<String, String> facts, List<String> codes, boolean english) {
        return PLACE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), kind, facts, codes, english)));
    }

    private String value(String name, String kind, Map<String, String> facts, List<String> codes, boolean english) {
        if (name.equals("reasons")) {
            return reasons.say(codes, english);
        }
        var fact = facts.get(name);
        if (fact == null) {
            var otherwise = wordings.of(kind).otherwise();
            return otherwise == null ? "" : otherwise.getOrDefault(name, "");
        }
        if (name.equals("district")) {
            return divisions
                    .find(fact)
                    .map(one -> english ? one.english() : one.name())
                    .orElse(fact);
        }
        var term = wordings.term(fact);
        return term == null ? fact : english ? term.en() : term.zh();
    }

    private static String cut(String key, String value) {
        int longest = LONGEST.getOrDefault(key.replaceAll("[0-9]+$", ""), Integer.MAX_VALUE);
        var said = value.isBlank() ? "—" : value;
        return said.length() <= longest ? said : said.substring(0, longest - 1) + "…";
    }
}
