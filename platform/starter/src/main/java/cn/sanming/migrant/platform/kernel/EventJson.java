package cn.sanming.migrant.platform.kernel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.lang.reflect.Type;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The one JSON form of event payloads: snake_case, money as string, dates as ISO days; readers ignore what they
/// don't know.
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addMixIn(DomainEvent.class, WithoutSubject.class)
            .build();

    private EventJson() {}

    public static String write(Object event) {
        return MAPPER.writeValueAsString(event);
    }

    public static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /// For types with parameters, such as a list of records.
    public static Object readAs(byte[] json, Type type) {
        return MAPPER.readValue(json, MAPPER.constructType(type));
    }

    public static byte[] bytes(Object body) {
        return MAPPER.writeValueAsBytes(body);
    }

    public static String typeOf(Class<?> event) {
        var type = event.getAnnotation(DomainEvent.Type.class);
        if (type == null) {
            throw new IllegalStateException(event.getSimpleName() + " has no @DomainEvent.Type");
        }
        return type.value();
    }

    private interface WithoutSubject {
        @JsonIgnore
        String subject();
    }
}
