package cn.sanming.migrant.platform.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// All life cycles of a service, read from `lifecycles/*.yaml`.
public final class Lifecycles {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Map<String, Lifecycle> byMachine = new TreeMap<>();

    public static Lifecycles load(Iterable<Resource> files) {
        var all = new Lifecycles();
        for (var file : files) {
            try (var in = file.getInputStream()) {
                var lifecycle = read(in);
                all.byMachine.put(lifecycle.machine(), lifecycle);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    public static Lifecycle read(InputStream yaml) {
        return YAML.readValue(yaml, Lifecycle.class);
    }

    public Lifecycle of(String machine) {
        return find(machine)
                .orElseThrow(() -> new IllegalStateException("no life cycle lifecycles/" + machine + ".yaml"));
    }

    public Optional<Lifecycle> find(String machine) {
        return Optional.ofNullable(byMachine.get(machine));
    }

    public Collection<Lifecycle> all() {
        return byMachine.values();
    }
}
