package cn.sanming.migrant.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every reason this department gives has words in both languages.
class ReasonTextsTest {

    private static final Pattern CODE = Pattern.compile("Reason\\s*\\.of\\(\\s*\"([A-Z_]+)\""
            + "|Reason\\s*\\.at\\(\\s*[^()]*?,\\s*\"([A-Z_]+)\"\\)"
            + "|\\.require\\([^;\"]*,\\s*\"([A-Z_]+)\"\\)");

    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void hasWordsForEveryCode(String language) throws IOException {
        var known = new TreeSet<>(codes(Path.of("src/main/resources/reasons" + language + ".properties")));
        try (var house = getClass().getResourceAsStream("/problems" + language + ".properties")) {
            known.addAll(read(new String(house.readAllBytes(), StandardCharsets.UTF_8)));
        }
        var given = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> given.addAll(given(file)));
        }
        assertThat(given).hasSizeGreaterThan(60);
        given.removeAll(known);
        assertThat(given).isEmpty();
    }

    private static Set<String> given(Path source) {
        try {
            return CODE.matcher(Files.readString(source))
                    .results()
                    .map(found -> Stream.of(1, 2, 3)
                            .map(found::group)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElseThrow())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> codes(Path file) throws IOException {
        return read(Files.readString(file));
    }

    private static Set<String> read(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        return properties.stringPropertyNames();
    }
}
