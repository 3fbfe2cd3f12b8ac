package cn.sanming.migrant.housing.work;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A time of work in Sanming (用工期间) and how we know of it.
///
/// @param employerUscc the employer, where known
/// @param to           the day after the last one; none while it lasts or nobody said
public record Spell(
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable String employerUscc,
        @Nullable String district,
        Source source) {

    /// What the wage department answered, what its events told, insurance months, or papers an officer has seen.
    public enum Source {
        EMPLOYMENT,
        EVENT,
        INSURANCE,
        PAPERS
    }

    boolean sameJobAs(Spell other) {
        return from.equals(other.from()) && Objects.equals(employerUscc, other.employerUscc());
    }
}
