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

    /// For reactions, jobs and follow-ups, which come again: what was lost in a race is tried again, what was refused
    // by
    /// the case itself has been dealt with before.
    ///
    /// @return whether anything was done
    default boolean orRetry() {
        return switch (this) {
            case Done<T> _, Created<T> _ -> true;
            case Refused<T>(Refusal refusal) -> {
                if (refusal.kind() == Refusal.Kind.VERSION_CONFLICT || refusal.kind() == Refusal.Kind.UNAVAILABLE) {
                    throw new RetryLater(refusal);
                }
                yield false;
            }
        };
    }

    /// For steps that must not be refused: whoever asked tries again, and in the end somebody looks at it.
    default T orThrow() {
        return switch (this) {
            case Done<T>(T value) -> value;
            case Created<T>(T value, String _) -> value;
            case Refused<T>(Refusal refusal) -> throw new RetryLater(refusal);
        };
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T>(T value) -> new Done<>(change.apply(value));
            case Created<T>(T value, String location) -> new Created<>(change.apply(value), location);
            case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
        };
    }
}
