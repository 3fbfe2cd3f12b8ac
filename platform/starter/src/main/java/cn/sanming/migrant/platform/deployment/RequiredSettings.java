package cn.sanming.migrant.platform.deployment;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// What a service must be told in production, and how each value is recognised before anything is started with it.
/// A room that stands without broker or store says so (`migrant.deployment.without`).
final class RequiredSettings {

    /// What a setting is needed for.
    enum Purpose {
        STORE,
        BROKER,
        KEYS,
        TOKENS
    }

    /// @param property where the service reads it
    /// @param variable what the deployment calls it
    /// @param fault    what is wrong with a value that is given, or null
    private record Required(
            Purpose purpose, String property, String variable, Function<String, @Nullable String> fault) {}

    private static final Pattern STORE_URI = Pattern.compile("mongodb(\\+srv)?://[^/]+.*");
    private static final Pattern BROKERS = Pattern.compile("[A-Za-z0-9.-]+:\\d{1,5}(,[A-Za-z0-9.-]+:\\d{1,5})*");
    private static final Pattern SCRAM_LOGIN =
            Pattern.compile("\\S+\\.ScramLoginModule +required +username=\".+\" +password=\".+\";\\s*");

    private static final List<Required> ALL = List.of(
            new Required(Purpose.STORE, "spring.mongodb.uri", "MONGODB_URI", RequiredSettings::storeUri),
            new Required(
                    Purpose.STORE,
                    "spring.ssl.bundle.pem.store.truststore.certificate",
                    "MONGODB_CA",
                    CertificateFile::fault),
            new Required(
                    Purpose.BROKER,
                    "spring.kafka.bootstrap-servers",
                    "KAFKA_BOOTSTRAP_SERVERS",
                    value -> BROKERS.matcher(value).matches() ? null : "is not a list of host:port"),
            new Required(
                    Purpose.BROKER,
                    "spring.kafka.properties.sasl.jaas.config",
                    "KAFKA_SASL_JAAS_CONFIG",
                    value -> SCRAM_LOGIN.matcher(value).matches()
                            ? null
                            : "is not a ScramLoginModule with username and password, ended by a semicolon"),
            new Required(
                    Purpose.BROKER,
                    "spring.ssl.bundle.pem.broker.truststore.certificate",
                    "KAFKA_CA",
                    CertificateFile::fault),
            new Required(Purpose.KEYS, "migrant.security.field-key", "MIGRANT_FIELD_KEY", KeyStrength::fault),
            new Required(Purpose.KEYS, "migrant.security.index-key", "MIGRANT_INDEX_KEY", KeyStrength::fault),
            new Required(Purpose.KEYS, "migrant.security.pseudonym-key", "MIGRANT_PSEUDONYM_KEY", KeyStrength::fault),
            new Required(
                    Purpose.TOKENS,
                    "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
                    "MIGRANT_JWKS_URI",
                    RequiredSettings::address),
            new Required(Purpose.TOKENS, "migrant.calls.token.url", "MIGRANT_TOKEN_URL", RequiredSettings::address),
            new Required(Purpose.TOKENS, "migrant.calls.token.client-secret", "MIGRANT_CLIENT_SECRET", value -> null));

    private RequiredSettings() {}

    /// The variables that a deployment must set, as the README of the deployment lists them.
    static List<String> variables() {
        return ALL.stream().map(Required::variable).toList();
    }

    /// All faults at once, one line each.
    static List<String> faults(Environment environment) {
        var purposes = purposes(environment);
        var faults = new ArrayList<String>();
        var keys = new HashSet<String>();
        for (var required : ALL) {
            if (!purposes.contains(required.purpose())) {
                continue;
            }
            var value = environment.getProperty(required.property(), "").strip();
            var fault = value.isEmpty() || value.equals("file:")
                    ? "is not set"
                    : required.fault().apply(value);
            if (fault == null && required.purpose() == Purpose.KEYS && !keys.add(value)) {
                fault = "is the same as another key";
            }
            if (fault != null) {
                faults.add(required.variable() + ' ' + fault);
            }
        }
        return faults;
    }

    private static Set<Purpose> purposes(Environment environment) {
        var purposes = new HashSet<>(Set.of(Purpose.values()));
        Stream.of(environment.getProperty("migrant.deployment.without", String[].class, new String[0]))
                .map(name -> Purpose.valueOf(name.strip().toUpperCase()))
                .forEach(purposes::remove);
        if (environment.getProperty("migrant.store.prepare-only", Boolean.class, false)) {
            purposes.removeAll(Set.of(Purpose.BROKER, Purpose.TOKENS));
        }
        return purposes;
    }

    private static @Nullable String storeUri(String value) {
        if (!STORE_URI.matcher(value).matches()) {
            return "is not a mongodb:// or mongodb+srv:// address";
        }
        return value.contains("tls=false") || value.contains("ssl=false") ? "turns TLS off" : null;
    }

    private static @Nullable String address(String value) {
        try {
            var address = URI.create(value);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return web && address.getHost() != null ? null : "is not an http or https address";
        } catch (IllegalArgumentException _) {
            return "is not an address";
        }
    }
}
