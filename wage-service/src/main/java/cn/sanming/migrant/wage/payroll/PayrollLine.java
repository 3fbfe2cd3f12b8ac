package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.protect.FieldCipher.Sealed;
import cn.sanming.migrant.platform.reference.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One worker's line of a payroll. Name and card are encrypted; the worker is a pseudonym.
///
/// @param days   days worked, or none when paid by the piece
/// @param pieces pieces made, or none when paid by the day
/// @param net    what the worker is owed: gross less deductions
public record PayrollLine(
        String personId,
        @Nullable Sealed name,
        @Nullable Sealed card,
        @Nullable BigDecimal days,
        @Nullable BigDecimal pieces,
        Money gross,
        List<Deduction> deductions,
        Money net,
        boolean unemploymentInsured,
        @Nullable Instant confirmedAt,
        @Nullable LocalDate paidOn,
        @Nullable String bankRef) {

    /// A deduction (代扣) by kind, such as `SOCIAL_INSURANCE`.
    public record Deduction(String kind, Money amount) {}

    static PayrollLine of(SheetRow.Entry row) {
        return new PayrollLine(
                row.personId(),
                row.name(),
                row.card(),
                row.days(),
                row.pieces(),
                row.gross(),
                row.deductions(),
                row.net(),
                row.unemploymentInsured(),
                null,
                null,
                null);
    }

    boolean confirmed() {
        return confirmedAt != null;
    }

    boolean paid() {
        return paidOn != null;
    }

    PayrollLine confirmed(Instant at) {
        return confirmed() ? this : with(at, paidOn, bankRef);
    }

    PayrollLine paid(LocalDate on, String reference) {
        return paid() ? this : with(confirmedAt, on, reference);
    }

    private PayrollLine with(@Nullable Instant confirmed, @Nullable LocalDate paid, @Nullable String reference) {
        return new PayrollLine(
                personId,
                name,
                card,
                days,
                pieces,
                gross,
                deductions,
                net,
                unemploymentInsured,
                confirmed,
                paid,
                reference);
    }
}
