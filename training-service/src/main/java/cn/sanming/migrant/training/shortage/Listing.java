package cn.sanming.migrant.training.shortage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether an occupation is on the shortage list on a day, and by which edition.
///
/// @param edition 0 where no edition is in force and the figure of the policy file speaks
public record Listing(
        String occupationCode,
        LocalDate on,
        LocalDate knownOn,
        boolean listed,
        int edition,
        @Nullable String listId,
        @Nullable LocalDate inForceFrom) {}
