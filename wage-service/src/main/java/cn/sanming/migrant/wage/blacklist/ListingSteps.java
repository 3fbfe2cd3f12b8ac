package cn.sanming.migrant.wage.blacklist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.Indexed;

/// The steps of an entry's legal life as they are kept and shown, each with its deadline.
final class ListingSteps {

    private ListingSteps() {}

    /// Where an entry comes from: the case, its order to pay and the ground.
    record Origin(@Indexed String caseId, String orderId, ListingGround ground, LocalDate orderDueOn) {}

    /// The notice served on the employer (列入告知书), naming who is to be listed with it.
    ///
    /// @param objectionUntil last day to object; @param decideBy last day to list
    record Notice(
            @Nullable String employerName,
            List<ResponsiblePerson> persons,
            LocalDate servedOn,
            LocalDate objectionUntil,
            LocalDate decideBy,
            LocalDate decideByIfExtended) {}

    /// The time to decide was doubled (延长).
    record Extension(LocalDate on, LocalDate decideBy, String reason) {}

    /// The employer's objection (陈述申辩); the authority verifies it in time or not at all.
    record Objection(LocalDate on, String statement, LocalDate verifyBy) {}

    /// The listing decision (列入决定).
    record Listing(LocalDate on, LocalDate until) {}

    /// A request for early removal under review (提前移出审查).
    record EarlyRemovalReview(LocalDate requestedOn, LocalDate correctedOn, LocalDate decideBy) {}

    /// The removal (移出).
    record Removal(LocalDate on, RemovalReason reason) {}
}
