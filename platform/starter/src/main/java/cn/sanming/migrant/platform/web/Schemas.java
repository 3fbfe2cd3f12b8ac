package cn.sanming.migrant.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Describes records as [Bodies] reads them: a component without `@Nullable` is required. A nested record bears its
/// class's name too, so that no two schemas of a department share one.
final class Schemas extends ModelResolver {

    Schemas(ObjectMapper mapper) {
        super(mapper, new Names());
        openapi31(true);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        var schema = super.resolve(type, context, next);
        var raw = _mapper.constructType(type.getType()).getRawClass();
        if (schema == null || !raw.isRecord()) {
            return schema;
        }
        var defined = schema.get$ref() == null
                ? schema
                : context.getDefinedModels()
                        .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
        if (defined != null && defined.getProperties() != null) {
            defined.setRequired(required(raw, defined.getProperties().keySet()));
        }
        return schema;
    }

    private static List<String> required(Class<?> raw, Set<String> shown) {
        return Arrays.stream(raw.getRecordComponents())
                .filter(Schemas::isRequired)
                .map(Bodies::nameOf)
                .filter(shown::contains)
                .toList();
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /// The converters of springdoc are kept once for the whole process, so that the last room to start names the
    // schemas
    /// of all rooms in it. Rooms may use the same names for different things; what they must not share is kept by
    // class
    /// loader, which each room has of its own.
    private static final class Names extends TypeNameResolver {

        private static final Map<ClassLoader, Map<String, Class<?>>> BY_ROOM =
                Collections.synchronizedMap(new WeakHashMap<>());

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            var own = super.nameForClass(type, options);
            var around = type.getEnclosingClass();
            var name = around == null ? own : nameForClass(around, options) + own;
            var other = type.getClassLoader() == null
                    ? null
                    : BY_ROOM.computeIfAbsent(type.getClassLoader(), _ -> new ConcurrentHashMap<>())
                            .putIfAbsent(name, type);
            if (other != null && other != type) {
                throw new IllegalStateException("two schemas are called " + name + ": " + type + " and " + other);
            }
            return name;
        }
    }
}
