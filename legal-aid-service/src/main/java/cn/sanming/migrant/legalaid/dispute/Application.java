package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.platform.reference.WorkerId;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An application to the commission (仲裁申请书), at the counter or online.
///
/// @param visitId       an accepted group visit: its workers apply together, and its employer and district are
/// taken over
/// @param applicants    the workers; without them the worker who applies
/// @param commonClaim   several workers claim the same of the same employer; true unless denied
/// @param appliedIn     where it is filed; the district of work unless said otherwise
/// @param simple        one arbitrator is enough even for a group
/// @param representatives three to five for a group
record Application(
        @Nullable String visitId,
        @Nullable @Size(max = 2000) List<WorkerId> applicants,

        @Nullable @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}")
        String employerUscc,

        @Nullable List<String> thirdParties,
        @NotEmpty List<Claim> claims,
        boolean migrantWorker,
        @Nullable Boolean commonClaim,
        @Nullable Boolean simple,
        @Nullable List<WorkerId> representatives,
        @Nullable String districtOfWork,
        @Nullable String employerSeat,
        @Nullable String appliedIn,
        @Nullable String otherSideAppliedIn,
        @Nullable LocalDate employmentEndedOn,
        @Nullable List<String> materials,
        @Nullable Boolean promiseToSupply,
        @Nullable String arrearsId,
        @Nullable String arrearsCaseId,
        @Nullable @Size(max = 60) String reference) {}
