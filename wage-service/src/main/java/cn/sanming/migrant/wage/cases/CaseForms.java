package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.wage.cases.Intake.Breach;
import cn.sanming.migrant.wage.policy.LiabilityOrder;
import cn.sanming.migrant.wage.policy.PenaltyRange;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people hand in along the life of a case.
final class CaseForms {

    private CaseForms() {}

    /// A complaint (投诉、举报). One worker's is enough.
    ///
    /// @param claims     what is owed to whom; a tip may come without
    /// @param reporter   who reports it, if it isn't a worker with a token; never shown
    /// @param anonymous  the reporter wants no name on file at all
    /// @param arrearsIds the arrears records it grows out of
    record Complaint(
            String employerUscc,
            @Nullable @Pattern(regexp = "[0-9]{6}") String district,
            @Nullable @Size(max = 40) String projectId,
            @Nullable String contractorUscc,
            @Nullable String ownerUscc,
            @Nullable List<YearMonth> periods,
            @Nullable List<@Valid ClaimLine> claims,
            @Nullable Breach breach,
            @Nullable @Size(max = 4000) String facts,
            @Nullable LocalDate receivedOn,
            @Nullable @Valid Reporter reporter,
            @Nullable Boolean anonymous,
            @Nullable List<String> arrearsIds) {

        List<Claim> owed() {
            return claims == null ? List.of() : Claims.of(claims);
        }
    }

    record ClaimLine(
            WorkerId personId, @PositiveOrZero @Max(240) int months, Money amount) {}

    record Reporter(
            @Nullable @Size(max = 60) String name,
            @Nullable @Size(max = 40) String phone,
            @Nullable WorkerId personId) {}

    /// More claims for a case that is still open to them.
    record Claims(@NotEmpty List<@Valid ClaimLine> claims) {

        List<Claim> owed() {
            return of(claims);
        }

        static List<Claim> of(List<ClaimLine> lines) {
            return lines.stream()
                    .map(line -> new Claim(line.personId().value(), line.months(), line.amount()))
                    .toList();
        }
    }

    /// Forwarded at once to the authority that is competent, and the complainant told (首问负责制).
    record Transfer(
            @NotBlank @Size(max = 200) String to,
            @NotBlank @Size(max = 1000) String reason,
            boolean complainantTold) {}

    /// No breach, or one that ended too long ago.
    record Dismissal(
            Ground ground,
            @NotBlank @Size(max = 1000) String reason,
            @Nullable LocalDate breachEndedOn) {
        enum Ground {
            NO_BREACH,
            TOO_OLD
        }
    }

    /// The second inspector (共同调查), by user id.
    record SecondInspector(@NotBlank String secondInspector) {}

    /// The order to pay; without items it names every claim as it stands.
    record OrderToPay(
            @Nullable List<@Valid ClaimLine> items,
            @Nullable LocalDate dueOn,
            LiabilityOrder.@Nullable EmployerRole employerRole,
            @Nullable Boolean causedByOwner,
            @Nullable Money ownerUnpaidProjectMoney,
            LiabilityOrder.@Nullable Giver givenUnlawfullyBy) {}

    /// Bank receipts (银行回单).
    record Payment(@Nullable List<@Valid ReceiptForm> receipts) {}

    record ReceiptForm(
            @NotBlank @Size(max = 60) String receiptNo,
            LocalDate paidOn,
            @NotEmpty List<@Valid CreditLine> lines) {

        Receipt by(String whom) {
            return new Receipt(
                    receiptNo,
                    paidOn,
                    lines.stream()
                            .map(line -> new Receipt.Line(line.personId().value(), line.amount()))
                            .toList(),
                    whom);
        }
    }

    record CreditLine(WorkerId personId, Money amount) {}

    /// A worker confirms the own payment; an inspector enters the signed list.
    record Confirmation(@Nullable List<WorkerId> personIds) {}

    /// @param heardOn the day the employer was heard (陈述申辩)
    record Ruling(BigDecimal rate, @Nullable LocalDate heardOn) {}

    /// What the officer found about an employer that does not pay.
    record Referral(@Nullable CrimeFinding finding) {
        enum CrimeFinding {
            HIDING,
            ABLE_TO_PAY
        }
    }

    record Enforcement(@NotBlank @Size(max = 200) String court) {}

    record IncidentForm(
            Sanctions.Incident.Kind kind,
            LocalDate occurredOn,
            @NotBlank @Size(max = 2000) String description) {}

    record PenaltyForm(
            @Pattern(regexp = "5[4-7]") String article,
            boolean correctedInTime,
            Money fine,
            PenaltyRange.@Nullable Fined fined,
            @NotBlank @Size(max = 200) String addressee) {}

    record AdvanceForm(WorkerId personId) {}
}
