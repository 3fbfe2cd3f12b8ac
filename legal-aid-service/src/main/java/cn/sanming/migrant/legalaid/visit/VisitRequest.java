package cn.sanming.migrant.legalaid.visit;

import cn.sanming.migrant.legalaid.aid.Matter;
import cn.sanming.migrant.platform.reference.WorkerId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asking for a visit (预约申请).
///
/// @param matter labour pay unless said otherwise; @param migrantWorkers true unless denied
public record VisitRequest(
        @NotEmpty @Size(max = 2000) List<WorkerId> personIds,
        @NotBlank @Size(max = 200) String place,
        GroupVisit.@Nullable Kind kind,
        String district,
        @Nullable Matter matter,
        @Nullable Boolean migrantWorkers,

        @Nullable @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}")
        String employerUscc,

        @Nullable @Size(max = 60) String reference) {}
