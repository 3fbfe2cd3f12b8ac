package cn.sanming.migrant.legalaid.dispute;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was applied for (仲裁申请) and by whom; it does not change after the submission.
///
/// @param applicants      the workers, as pseudonyms
/// @param representatives who speaks for a group (art. 7)
/// @param promised        the applicant promises to supply minor gaps (容缺受理)
record Filing(
        Side appliedBy,
        List<String> applicants,
        String employerUscc,
        List<String> thirdParties,
        List<Claim> claims,
        boolean migrantWorker,
        List<String> representatives,
        boolean promised,
        @Nullable LocalDate limitationLastDay) {

    /// The two sides of a dispute.
    enum Side {
        WORKER,
        EMPLOYER
    }
}
