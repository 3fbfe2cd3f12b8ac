package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.WorkerId;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An application for legal aid (法律援助申请), online, at the centre or at a contact point near the worker.
///
/// @param personId               the applicant; a worker applies for no one else
/// @param perCapitaMonthlyIncome asked only where the means test is required, refused where it is not
/// @param employmentEndedOn      from it follows the last day of the limitation, unless that day is given
public record AidApplication(
        @Nullable WorkerId personId,
        Matter matter,
        boolean migrantWorker,
        String district,

        @Nullable @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}")
        String employerUscc,

        @Nullable Money perCapitaMonthlyIncome,
        @Nullable LocalDate employmentEndedOn,
        @Nullable LocalDate limitationLastDay,
        @Nullable List<String> materials,
        @Nullable @Size(max = 40) String stationId,
        @Nullable @Size(max = 60) String reference) {}
