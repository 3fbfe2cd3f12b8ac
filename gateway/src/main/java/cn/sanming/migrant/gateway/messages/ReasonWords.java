package cn.sanming.migrant.gateway.messages;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/// The departments' own words for their reasons: the build copies them from each department that refuses somebody.
@Component
final class ReasonWords {

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

    ReasonWords() {
        words.setBasenames(
                "departments/subsidy/reasons", "departments/housing/reasons", "departments/legal-aid/reasons");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
    }

    String say(List<String> codes, boolean english) {
        var locale = english ? Locale.ENGLISH : Locale.CHINESE;
        return codes.stream()
                .map(code -> words.getMessage(code, null, code, locale))
                .collect(Collectors.joining(english ? "; " : "；"));
    }
}
