package cn.sanming.migrant.platform.reference;

import java.io.InputStream;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads the data files of this room: snake_case names, and a misspelt name is refused, not ignored.
public final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Yaml() {}

    public static <T> T read(InputStream yaml, Class<T> type) {
        return MAPPER.readValue(yaml, type);
    }

    static <T> T resource(String name, Class<T> type) {
        var stream = Yaml.class.getResourceAsStream("/reference/" + name);
        return read(Objects.requireNonNull(stream, () -> "resource reference/" + name + " is missing"), type);
    }
}
