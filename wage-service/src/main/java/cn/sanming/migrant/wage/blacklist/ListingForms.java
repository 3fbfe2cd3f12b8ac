package cn.sanming.migrant.wage.blacklist;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people hand in along the life of an entry.
final class ListingForms {

    private ListingForms() {}

    /// Proposes the employer of a case whose order was defaulted.
    record Proposal(@NotBlank String caseId, ListingGround ground) {}

    /// Notice of the intended listing (列入告知); without persons, the registered legal representative is named.
    record Notice(@Nullable List<@Valid ResponsiblePerson> persons) {}

    /// What the employer has to say against it (陈述申辩).
    record Statement(@NotBlank @Size(max = 4000) String statement) {}

    /// The written promise to pay on time from now on (书面承诺).
    record Commitment(@NotBlank @Size(max = 4000) String text) {}

    /// Asks to leave the list early (提前移出); a commitment given before need not be repeated.
    record EarlyRemovalRequest(@Nullable Boolean commitment) {}

    /// How criminal proceedings against the employer stand.
    record Proceedings(Criminal standing) {}

    /// Any standing but these two keeps the employer on the list for its full time.
    enum Criminal {
        NONE,
        RUNNING,
        CONVICTED,
        NOT_PROSECUTED
    }
}
