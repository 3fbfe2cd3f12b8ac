package cn.sanming.migrant.gateway.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The short code lists of the house (字典): what stands behind a code, in Chinese and English, and where the list
/// comes from.
@Component
final class Dictionaries {

    private final List<Dictionary> all;

    record DictionaryEntry(
            String code, String zh, String en, @Nullable String remark) {}

    record Dictionary(String name, String zh, String en, String source, List<DictionaryEntry> entries) {}

    record DictionaryCard(String name, String zh, String en, int size) {}

    record File(List<Dictionary> dictionaries) {}

    Dictionaries() {
        try (var in = new ClassPathResource("dictionaries.yaml").getInputStream()) {
            all = YAMLMapper.shared().readValue(in, File.class).dictionaries();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<DictionaryCard> cards() {
        return all.stream()
                .map(one -> new DictionaryCard(
                        one.name(), one.zh(), one.en(), one.entries().size()))
                .toList();
    }

    Optional<Dictionary> find(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
