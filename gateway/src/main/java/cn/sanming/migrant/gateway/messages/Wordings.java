package cn.sanming.migrant.gateway.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The kinds of messages and their words (`messages.yaml`): data, read strictly, once.
@Component
public final class Wordings {

    private final File file;

    /// Title and text in one language; `{name}` stands for a fact.
    record Words(String title, String text) {}

    /// @param page      where a tap leads in the mini-program
    /// @param fields    the values of the WeChat template, by its keys
    /// @param topic     whether people subscribe to it by district and occupation
    /// @param otherwise what to say for a fact that never came
    record Wording(
            Words zh,
            Words en,
            @Nullable String page,
            @Nullable Map<String, String> fields,
            boolean topic,
            @Nullable Map<String, String> otherwise) {

        boolean goesToPhones() {
            return fields != null && page != null;
        }
    }

    /// A coded value in words, such as `STOP_OUTDOOR`.
    record Term(String zh, String en) {}

    /// @param leads the lead unit (牵头单位) of each measure
    record File(Map<String, Wording> kinds, Map<String, Term> terms, Map<String, String> leads) {}

    Wordings() {
        var yaml = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (var in = new ClassPathResource("messages.yaml").getInputStream()) {
            file = yaml.readValue(in, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Wording of(String kind) {
        var wording = file.kinds().get(kind);
        if (wording == null) {
            throw new IllegalArgumentException("no words for " + kind);
        }
        return wording;
    }

    Map<String, Wording> kinds() {
        return new TreeMap<>(file.kinds());
    }

    /// What people can subscribe to.
    Set<String> topics() {
        var topics = new TreeSet<String>();
        file.kinds().forEach((kind, wording) -> {
            if (wording.topic()) {
                topics.add(kind);
            }
        });
        return topics;
    }

    @Nullable
    Term term(String value) {
        return file.terms().get(value);
    }

    /// The unit that leads a measure, and so hears of what is overdue in it.
    public List<String> leadOf(String measure) {
        var lead = file.leads().get(measure);
        return lead == null ? List.of() : List.of(lead);
    }
}
