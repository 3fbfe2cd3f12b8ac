package cn.sanming.migrant.supervision.catalogue;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What codes are called where people read them (代码释义): the choices of an event's fields, measures and units.
@Component
public final class Words {

    private static final Pattern FIELD = Pattern.compile("\\{([a-z_]+)}");

    private final Map<String, Word> words =
            Arrays.stream(Catalogue.read("words", Word[].class)).collect(Collectors.toMap(Word::key, word -> word));
    private final UnitNames units;

    /// @param field the field of an event in which the code stands
    record Word(String field, String code, String zh, String en) {

        String key() {
            return key(field, code);
        }

        static String key(String field, String code) {
            return field + ':' + code;
        }
    }

    Words(UnitNames units) {
        this.units = units;
    }

    public String chinese(EventCard card, Map<String, ?> payload) {
        return filled(
                card.summaryZh(),
                payload,
                (field, code) -> field.equals("unit_code") ? units.chinese(code) : zh(field, code));
    }

    public String english(EventCard card, Map<String, ?> payload) {
        return filled(
                card.summaryEn(),
                payload,
                (field, code) -> field.equals("unit_code") ? units.english(code) : en(field, code));
    }

    private String zh(String field, String code) {
        var word = words.get(Word.key(field, code));
        return word == null ? code : word.zh();
    }

    private String en(String field, String code) {
        var word = words.get(Word.key(field, code));
        return word == null ? code : word.en();
    }

    private static String filled(String template, Map<String, ?> payload, BiFunction<String, String, String> called) {
        return FIELD.matcher(template).replaceAll(found -> {
            var value = payload.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? "–" : called.apply(found.group(1), value.toString()));
        });
    }
}
