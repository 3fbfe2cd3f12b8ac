package cn.sanming.migrant.subsidy;

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
import org.junit.jupiter.params.provider.CsvSource;

/// Every reason this room can give has a text in Chinese and in English.
class ReasonTextsTest {

    private static final Pattern REASON =
            Pattern.compile("(?:Reason\\s*\\.(?:of|at)\\(|\\.require\\(|guardFailed\\(|reasons\\.add\\(|\\.that\\()"
                    + "[^;\"]*?(?:\"/[^\"]*\"[^;\"]*?)*\"([A-Z][A-Z0-9_]{3,})\"");

    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var found = REASON.matcher(Files.readString(file));
                while (found.find()) {
                    codes.add(found.group(1));
                }
            }
        }
        codes.remove("UNIT_NOT_");
        return codes;
    }

    private static Properties texts(String name) throws IOException {
        var texts = new Properties();
        try (var in = Objects.requireNonNull(ReasonTextsTest.class.getResourceAsStream(name))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    @ParameterizedTest
    @CsvSource({"/reasons.properties, /problems.properties", "/reasons_en.properties, /problems_en.properties"})
    void sayWhyInBothLanguages(String own, String house) throws IOException {
        var known = new TreeSet<>(texts(own).stringPropertyNames());
        known.addAll(texts(house).stringPropertyNames());
        var silent = new TreeSet<>(codes());
        silent.removeAll(known);
        assertThat(codes()).hasSizeGreaterThan(50);
        assertThat(silent).isEmpty();
        assertThat(texts("/reasons.properties").stringPropertyNames())
                .isEqualTo(texts("/reasons_en.properties").stringPropertyNames());
    }
}
