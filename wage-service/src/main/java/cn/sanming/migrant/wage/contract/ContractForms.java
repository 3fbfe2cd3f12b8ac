package cn.sanming.migrant.wage.contract;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.register.Codes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the two sides hand in at the window.
final class ContractForms {

    private ContractForms() {}

    /// A contract as the employer drafts it; `startOn` is the first working day, `endsOn` the last one.
    record Draft(
            @Size(min = 1, max = 40) String personId,
            String employerUscc,
            String district,
            LocalDate startOn,
            ContractTerm term,
            @Nullable LocalDate endsOn,
            @Min(0) @Max(6) @Nullable Integer probationMonths,
            Money monthlyWage,
            @Min(1) @Max(31) @Nullable Integer payDay,
            @Size(max = 80) @Nullable String position) {

        List<Reason> faults() {
            var faults = new ArrayList<>(Codes.faults(employerUscc, district));
            faults.addAll(termFaults(term, startOn, endsOn));
            return faults;
        }
    }

    /// A signature, now or on the day a paper contract was signed; the two sides must name the same day.
    record Signing(@Nullable LocalDate signedOn) {}

    /// New terms, which the side that proposes them signs with the proposal.
    record Renewal(
            ContractTerm term,
            @Nullable LocalDate endsOn,
            @Nullable Money monthlyWage) {}

    /// @param on the last day of the contract
    record Termination(TerminationGround ground, LocalDate on) {}

    static List<Reason> termFaults(ContractTerm term, LocalDate from, @Nullable LocalDate endsOn) {
        return switch (term) {
            case FIXED ->
                endsOn == null
                        ? List.of(Reason.at("/ends_on", "REQUIRED").clause("劳动合同法 art. 13"))
                        : endsOn.isBefore(from)
                                ? List.of(Reason.at("/ends_on", "END_BEFORE_START")
                                        .required(from, endsOn))
                                : List.of();
            case OPEN, PROJECT ->
                endsOn == null ? List.of() : List.of(Reason.at("/ends_on", "ONLY_FIXED_TERM_ENDS_ON_A_DAY"));
        };
    }
}
