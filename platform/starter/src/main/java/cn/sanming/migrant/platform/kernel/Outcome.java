package cn.sanming.migrant.platform.kernel;

import java.util.List;
import java.util.function.Function;

/// What a desk answers: done, created, or refused. Controllers return it as it is; the web layer knows the status.
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    /// @param location path of the new record
    record Created<T>(T value, String location) implements Outcome<T> {}

    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> created(T value, String location) {
        return new Created<>(value, location);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <T> Outcome<T> refused(Refusal.Kind kind, Reason... reasons) {
        return new Refused<>(Refusal.of(kind, reasons));
    }

    static <T> Outcome<T> duplicate(String other, Reason... reasons) {
        return new Refused<>(new Refusal(Refusal.Kind.DUPLICATE, List.of(reasons), other));
    }

    static <T> Outcome<T> notFound() {
        return refused(Refusal.Kind.NOT_FOUND);
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T>(T value) -> new Done<>(change.apply(value));
            case Created<T>(T value, String location) -> new Created<>(change.apply(value), location);
            case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
        };
    }
}
