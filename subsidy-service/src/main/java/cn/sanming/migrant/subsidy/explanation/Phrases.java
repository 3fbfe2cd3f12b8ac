package cn.sanming.migrant.subsidy.explanation;

import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/// What is said to applicants (告知用语), in plain Chinese and English: each condition by name, why it failed, what
/// would turn it. Codes and enum words never reach them.
@Component
class Phrases {

    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    /// Steps whose statement is a sentence of the rule instead of `not CODE`.
    private static final Map<String, String> SENTENCES = Map.of(
            "the worker was paid at least the minimum wage", "WAGE_BELOW_MINIMUM",
            "minimum wage by days in post", "POST_MONTH",
            "the total of the agency stays within the cap", "CAP_REACHED",
            "the total of the business stays within the cap", "CAP_REACHED",
            "the month is over", "MONTH_NOT_OVER",
            "days within the plan of the post", "DAYS_NOT_IN_POST",
            "the month is granted for the first time", "MONTH_ALREADY_GRANTED",
            "what was left is granted", "REST_GRANTED");

    private final ReloadableResourceBundleMessageSource texts = new ReloadableResourceBundleMessageSource();

    Phrases() {
        texts.setBasename("classpath:explanations");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setAlwaysUseMessageFormat(true);
    }

    static String codeOf(RuleContext.Step step) {
        var statement = step.statement();
        return statement.startsWith("not ")
                ? statement.substring(4)
                : SENTENCES.getOrDefault(statement.split(",")[0], statement);
    }

    /// A text with its blanks filled in the reader's words.
    String say(String key, Locale locale, @Nullable Object... values) {
        var words = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            words[i] = word(values[i], locale);
        }
        var text = texts.getMessage(key, words, "", locale);
        return text == null ? "" : text;
    }

    /// The name of a condition; one without a name here is told in the words of its rule.
    String name(String code, Locale locale) {
        var name = say(code + ".name", locale);
        return name.isEmpty() ? code : name;
    }

    private String word(@Nullable Object value, Locale locale) {
        if (value == null || value.equals("null")) {
            return "-";
        }
        var text = value.toString();
        var known = texts.getMessage("value." + text, null, "", locale);
        return known == null || known.isEmpty() ? day(text, locale) : known;
    }

    private static String day(String text, Locale locale) {
        if (text.length() != 10 || Locale.ENGLISH.getLanguage().equals(locale.getLanguage())) {
            return text;
        }
        try {
            return LocalDate.parse(text).format(CHINESE_DAY);
        } catch (DateTimeParseException _) {
            return text;
        }
    }
}
