package cn.sanming.migrant.platform.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// One reason of a refusal: a stable code, the clause it rests on, what was required and what was found.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reason(
        String code,
        @Nullable String pointer,
        @Nullable String clause,
        @Nullable String required,
        @Nullable String found) {

    public static Reason of(String code) {
        return new Reason(code, null, null, null, null);
    }

    public static Reason at(String pointer, String code) {
        return new Reason(code, pointer, null, null, null);
    }

    public Reason clause(String text) {
        return new Reason(code, pointer, text, required, found);
    }

    public Reason required(Object wanted, @Nullable Object actual) {
        return new Reason(code, pointer, clause, String.valueOf(wanted), String.valueOf(actual));
    }
}
