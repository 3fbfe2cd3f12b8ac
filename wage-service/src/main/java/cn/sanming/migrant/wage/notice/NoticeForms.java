package cn.sanming.migrant.wage.notice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What officers hand in along the life of a notice.
final class NoticeForms {

    private NoticeForms() {}

    /// A draft; name, address and legal representative come from the register where they are left out.
    ///
    /// @param decisionFinalOn the day the decision behind it became final (生效)
    record Draft(
            String employerUscc,
            NoticeGround ground,
            @Nullable @Pattern(regexp = "[0-9]{6}") String district,
            @Nullable @Size(max = 40) String caseId,
            @Nullable LocalDate decisionFinalOn,
            @Nullable @Size(max = 200) String fullName,
            @Nullable @Size(max = 200) String address,
            @Nullable @Size(max = 60) String legalRepresentative,
            @NotBlank @Size(max = 4000) String facts,
            @NotBlank @Size(max = 4000) String handling) {}

    /// The parts of a draft that are to be written anew.
    record Revision(
            @Nullable LocalDate decisionFinalOn,
            @Nullable @Size(max = 200) String fullName,
            @Nullable @Size(max = 200) String address,
            @Nullable @Size(max = 60) String legalRepresentative,
            @Nullable @Size(min = 1, max = 4000) String facts,
            @Nullable @Size(min = 1, max = 4000) String handling) {}

    /// What was wrong in a published notice (更正).
    record Correction(@NotBlank @Size(max = 4000) String text) {}
}
