package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Reason;
import jakarta.validation.ConstraintViolation;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A broken constraint as a reason: its name, and the limit itself, which needs no language.
final class BrokenLimits {

    private BrokenLimits() {}

    static Reason reason(String pointer, ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor();
        var name = constraint.getAnnotation().annotationType().getSimpleName();
        return new Reason(
                SnakeCase.of(name).toUpperCase(Locale.ROOT),
                pointer,
                null,
                limit(name, constraint.getAttributes(), violation.getMessage()),
                null);
    }

    private static @Nullable String limit(String name, Map<String, Object> attributes, String message) {
        return switch (name) {
            case "NotBlank", "NotEmpty", "NotNull" -> null;
            case "Min", "DecimalMin" -> ">= " + attributes.get("value");
            case "Max", "DecimalMax" -> "<= " + attributes.get("value");
            case "Positive" -> "> 0";
            case "PositiveOrZero" -> ">= 0";
            case "Size" -> attributes.get("min") + ".." + most(attributes.get("max"));
            case "Pattern" -> String.valueOf(attributes.get("regexp"));
            default -> message;
        };
    }

    private static String most(@Nullable Object max) {
        return Integer.valueOf(Integer.MAX_VALUE).equals(max) ? "" : String.valueOf(max);
    }
}
