package cn.sanming.migrant.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every reason this room gives has a sentence in Chinese and in English.
class ReasonTextsTest {

    private static final Pattern CODE = Pattern.compile("(?:Reason\\.of|guardFailed)\\(\\s*\"([A-Z][A-Z_]+)\""
            + "|Reason\\.at\\(\\s*\"/[a-z_]+\",\\s*\"([A-Z][A-Z_]+)\""
            + "|,\\s*\"([A-Z]+_[A-Z_]+)\"\\)\\s*\\.(?:then|require|verdict)");

    /// What the checks of request bodies say beyond the platform's own sentences.
    private static final Set<String> OF_BODIES = Set.of("DIGITS", "NOT_EMPTY", "POSITIVE_OR_ZERO");

    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void saysEveryReasonInWords(String language) throws IOException {
        var texts = texts("/problems" + language + ".properties");
        texts.addAll(texts("/reasons" + language + ".properties"));
        assertThat(codes()).hasSizeGreaterThan(30).isSubsetOf(texts);
        assertThat(texts).containsAll(OF_BODIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void keepsNoSentenceThatNobodySays(String language) throws IOException {
        var said = codes();
        said.addAll(OF_BODIES);
        assertThat(said).containsAll(texts("/reasons" + language + ".properties"));
    }

    private static Set<String> texts(String file) throws IOException {
        var texts = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(ReasonTextsTest.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                var found = CODE.matcher(Files.readString(source));
                while (found.find()) {
                    codes.add(
                            found.group(1) != null
                                    ? found.group(1)
                                    : found.group(2) != null ? found.group(2) : found.group(3));
                }
            }
        }
        return codes;
    }
}
