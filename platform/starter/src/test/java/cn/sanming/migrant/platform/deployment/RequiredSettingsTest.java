package cn.sanming.migrant.platform.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/// What a deployment must say, without a deployment.
class RequiredSettingsTest {

    private static MockEnvironment told(Map<String, String> settings) {
        var environment = new MockEnvironment();
        settings.forEach(environment::setProperty);
        return environment;
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThat(RequiredSettings.faults(told(Map.of())))
                .containsExactlyElementsOf(RequiredSettings.variables().stream()
                        .map(variable -> variable + " is not set")
                        .toList());
    }

    @Test
    void needsNeitherBrokerNorTokensToPrepareTheStore() {
        assertThat(RequiredSettings.faults(told(Map.of("migrant.store.prepare-only", "true"))))
                .extracting(fault -> fault.substring(0, fault.indexOf(' ')))
                .containsExactly(
                        "MONGODB_URI", "MONGODB_CA", "MIGRANT_FIELD_KEY", "MIGRANT_INDEX_KEY", "MIGRANT_PSEUDONYM_KEY");
    }

    @Test
    void asksARoomWithoutAStoreForNoStore() {
        assertThat(RequiredSettings.faults(told(Map.of("migrant.deployment.without", "store,broker"))))
                .noneMatch(fault -> fault.startsWith("MONGODB") || fault.startsWith("KAFKA"));
    }

    @Test
    void standsWholeInTheReadmeOfTheDeployment() throws Exception {
        var readme = Files.readString(Path.of("..", "..", "deploy", "kubernetes", "README.md"));
        assertThat(RequiredSettings.variables()).allMatch(variable -> readme.contains("`" + variable + "`"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "short, YWJj",
        "not Base64, !!!",
        "text, bG9jYWwtb25seS1maWVsZC1rZXktMzItYnl0ZXMhISE=",
        "a row of numbers, AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "all the same, //////////////////////////////////////////8="
    })
    void refusesAKeyThatIs(String what, String key) {
        assertThat(KeyStrength.fault(key)).as(what).isNotNull();
    }

    @Test
    void takesAKeyThatWasDrawn() throws Exception {
        var bytes = new byte[32];
        java.security.SecureRandom.getInstanceStrong().nextBytes(bytes);
        assertThat(KeyStrength.fault(Base64.getEncoder().encodeToString(bytes))).isNull();
    }
}
