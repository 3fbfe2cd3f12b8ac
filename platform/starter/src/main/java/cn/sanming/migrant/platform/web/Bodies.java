package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Bounds;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a JSON body into a record and finds every fault of it in one go, instead of stopping at the first.
/// A component without `@Nullable` is required; unknown fields are faults unless the caller tolerates them.
public final class Bodies {

    private final JsonMapper mapper;
    private final Validator validator;

    public Bodies(JsonMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /// @param ignored fields the record does not know, when they are tolerated
    public record Read<T>(@Nullable T value, List<Reason> faults, List<String> ignored) {}

    /// @throws Refused with all faults of the body
    public <T> T require(@Nullable JsonNode body, Class<T> type) {
        var read = read(body, type, false);
        if (!read.faults().isEmpty() || read.value() == null) {
            throw new Refused(new Refusal(Refusal.Kind.VALIDATION, read.faults(), null));
        }
        return read.value();
    }

    public <T> Read<T> read(@Nullable JsonNode body, Class<T> type, boolean tolerant) {
        var faults = new ArrayList<Reason>();
        var ignored = new ArrayList<String>();
        var node = body == null || body.isNull() || body.isMissingNode() ? mapper.createObjectNode() : body;
        var value = record(node, type, "", faults, ignored, tolerant);
        var all = faults.stream().distinct().toList();
        return new Read<>(all.isEmpty() ? type.cast(value) : null, all, ignored);
    }

    private @Nullable Object record(
            JsonNode node, Class<?> type, String path, List<Reason> faults, List<String> ignored, boolean tolerant) {
        if (!node.isObject()) {
            faults.add(Reason.at(path.isEmpty() ? "/" : path, "OBJECT_EXPECTED"));
            return null;
        }
        var components = type.getRecordComponents();
        var known = new HashSet<String>();
        var values = new Object[components.length];
        int before = faults.size();
        for (int i = 0; i < components.length; i++) {
            var name = nameOf(components[i]);
            known.add(name);
            values[i] = component(node.get(name), components[i], path + "/" + name, faults, ignored, tolerant);
        }
        for (var name : node.propertyNames()) {
            if (!known.contains(name)) {
                if (tolerant) {
                    ignored.add(path + "/" + name);
                } else {
                    faults.add(Reason.at(path + "/" + name, "UNKNOWN_FIELD"));
                }
            }
        }
        var made = faults.size() > before ? null : instantiate(type, components, values, path, faults);
        if (made != null) {
            faults.addAll(broken(validator.validate(made), path));
        } else {
            // what could be read is checked nevertheless, so that one answer names all there is
            for (int i = 0; i < components.length; i++) {
                if (values[i] != null) {
                    faults.addAll(broken(validator.validateValue(type, components[i].getName(), values[i]), path));
                }
            }
        }
        return made;
    }

    private static <T> List<Reason> broken(Set<ConstraintViolation<T>> violations, String path) {
        return violations.stream()
                .map(violation -> {
                    var property = violation.getPropertyPath().toString();
                    var pointer =
                            "/" + property.replace("[", "/").replace("]", "").replace('.', '/');
                    return BrokenLimits.reason(path + snakePath(pointer), violation);
                })
                .toList();
    }

    /// A component's name on the wire; an annotation names the few that are words of the language.
    public static String nameOf(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? SnakeCase.of(component.getName()) : named.value();
    }

    private @Nullable Object component(
            @Nullable JsonNode node,
            RecordComponent component,
            String path,
            List<Reason> faults,
            List<String> ignored,
            boolean tolerant) {
        return value(node, component.getAnnotatedType(), component.getType(), path, faults, ignored, tolerant);
    }

    private @Nullable Object value(
            @Nullable JsonNode node,
            AnnotatedType annotated,
            Class<?> type,
            String path,
            List<Reason> faults,
            List<String> ignored,
            boolean tolerant) {
        if (node == null || node.isNull()) {
            if (!annotated.isAnnotationPresent(Nullable.class)) {
                faults.add(Reason.at(path, "REQUIRED"));
            }
            return null;
        }
        if (type.isRecord() && node.isObject()) {
            return record(node, type, path, faults, ignored, tolerant);
        }
        if (List.class.isAssignableFrom(type) && annotated instanceof AnnotatedParameterizedType list) {
            if (!node.isArray()) {
                faults.add(Reason.at(path, "ARRAY_EXPECTED"));
                return null;
            }
            var element = list.getAnnotatedActualTypeArguments()[0];
            var elementType = element.getType() instanceof Class<?> c
                    ? c
                    : (Class<?>) ((ParameterizedType) element.getType()).getRawType();
            var values = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                values.add(value(node.get(i), element, elementType, path + "/" + i, faults, ignored, tolerant));
            }
            return values;
        }
        try {
            var value = mapper.convertValue(node, mapper.constructType(annotated.getType()));
            if (value instanceof String text && FormerDistricts.isDistrict(path.substring(path.lastIndexOf('/') + 1))) {
                return FormerDistricts.current(text);
            }
            if (value == null || Bounds.hold(value)) {
                return value;
            }
            faults.add(invalid(path, type));
            return null;
        } catch (JacksonException | IllegalArgumentException e) {
            faults.add(invalid(path, type));
            return null;
        }
    }

    private @Nullable Object instantiate(
            Class<?> type, RecordComponent[] components, Object[] values, String path, List<Reason> faults) {
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            // a record's own constructor refuses: its message speaks of the field's form, never of its content
            faults.add(new Reason(
                    "INVALID", path.isEmpty() ? "/" : path, null, e.getCause().getMessage(), null));
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What is written there cannot be read as this type.
    static Reason invalid(String path, Class<?> type) {
        return new Reason("INVALID_" + kind(type), path, null, expectation(type), null);
    }

    private static String kind(Class<?> type) {
        return type.isEnum() ? "CHOICE" : SnakeCase.of(type.getSimpleName()).toUpperCase(Locale.ROOT);
    }

    private static @Nullable String expectation(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining("|"));
        }
        return switch (type.getSimpleName()) {
            case "LocalDate" -> "YYYY-MM-DD";
            case "YearMonth" -> "YYYY-MM";
            case "Money" -> "\"1810.00\"";
            case "Instant", "OffsetDateTime" -> "ISO 8601 with offset";
            default -> null;
        };
    }

    private static String snakePath(String path) {
        return SnakeCase.of(path).replace("/_", "/");
    }

    /// A refusal that arises where no value can be returned: while reading a request.
    public static final class Refused extends RuntimeException {
        private final transient Refusal refusal;

        public Refused(Refusal refusal) {
            super(refusal.kind().name(), null, false, false);
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }
}
