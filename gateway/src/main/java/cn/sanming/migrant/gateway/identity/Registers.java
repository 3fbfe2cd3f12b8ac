package cn.sanming.migrant.gateway.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads the operator's register files, strictly: a misspelt field must not silently widen what somebody may do.
final class Registers {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Registers() {}

    static <T> Optional<T> read(@Nullable Resource file, Class<T> type) {
        if (file == null) {
            return Optional.empty();
        }
        try (var in = file.getInputStream()) {
            return Optional.of(YAML.readValue(in, type));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the register " + file.getDescription(), e);
        }
    }
}
