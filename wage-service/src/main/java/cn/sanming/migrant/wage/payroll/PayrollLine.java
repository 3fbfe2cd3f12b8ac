package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.protect.FieldCipher.Sealed;
import cn.sanming.migrant.platform.reference.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// One worker's line of a payroll (工资条): a document of its own, so that a site of 20,000 confirms without a conflict.
/// What the line says never changes: a changed line is another one, and this one ends.
///
/// @param row number of the row in its sheet
@Document("payroll_lines")
@CompoundIndex(name = "payroll_person", def = "{'payrollId': 1, 'personId': 1}")
@CompoundIndex(name = "payroll_confirmed", def = "{'payrollId': 1, 'standing.confirmed': 1, 'personId': 1}")
@CompoundIndex(name = "payroll_paid", def = "{'payrollId': 1, 'standing.paid': 1, 'personId': 1}")
@CompoundIndex(name = "person_period", def = "{'personId': 1, 'period': -1, '_id': -1}")
public record PayrollLine(
        @Id String id,
        String payrollId,
        String personId,
        YearMonth period,
        int row,
        Wage wage,
        Standing standing,
        @Nullable Confirmation confirmation,
        @Nullable Payment payment,
        @Nullable Correction correction) {

    /// A deduction (代扣) by kind, such as `SOCIAL_INSURANCE`.
    public record Deduction(String kind, Money amount) {}

    /// What the line says. Name and card are encrypted.
    ///
    /// @param days   days worked, or none when paid by the piece
    /// @param pieces pieces made, or none when paid by the day
    /// @param net    what the worker is owed: gross less deductions
    public record Wage(
            @Nullable Sealed name,
            @Nullable Sealed card,
            @Nullable BigDecimal days,
            @Nullable BigDecimal pieces,
            Money gross,
            List<Deduction> deductions,
            Money net,
            boolean unemploymentInsured) {

        static Wage of(SheetRow.Entry row) {
            return new Wage(
                    row.name(),
                    row.card(),
                    row.days(),
                    row.pieces(),
                    row.gross(),
                    row.deductions(),
                    row.net(),
                    row.unemploymentInsured());
        }

        /// Equal for equal content, whatever the encryption made of it.
        String print() {
            return String.join(
                    "|",
                    name == null ? "" : name.index(),
                    card == null ? "" : card.index(),
                    String.valueOf(days),
                    String.valueOf(pieces),
                    gross.toString(),
                    deductions.toString(),
                    net.toString(),
                    Boolean.toString(unemploymentInsured));
        }

        Wage withAmounts(Money newGross, List<Deduction> newDeductions, Money newNet) {
            return new Wage(name, card, days, pieces, newGross, newDeductions, newNet, unemploymentInsured);
        }
    }

    /// From which change of its payroll on something holds. The changes are numbered; a number above the payroll's own
    /// belongs to a change that is being prepared, or was cut off, and holds nothing yet.
    public record Standing(int from, int until, int confirmed, int paid) {

        static final int NEVER = Integer.MAX_VALUE;

        static Standing from(int number) {
            return new Standing(number, NEVER, NEVER, NEVER);
        }

        boolean inForceAt(int number) {
            return from <= number && until > number;
        }
    }

    /// The worker's own word (本人签字), or the signed sheet that the employer keeps.
    ///
    /// @param signedSheet reference of the sheet, when it was not the worker himself
    public record Confirmation(
            Instant at, String by, @Nullable String signedSheet) {}

    /// @param amount what was credited, where a later correction made the line say something else
    public record Payment(
            LocalDate on, String reference, @Nullable Money amount) {}

    /// Why this line took the place of another.
    ///
    /// @param replaces the line that ended
    public record Correction(String replaces, String by, Instant at, String reason) {}

    static String idOf(String payrollId, String personId, int number) {
        return Ids.of("pl", payrollId, personId) + '-' + number;
    }

    static PayrollLine of(String payrollId, YearMonth period, SheetRow.Entry row, int number) {
        return new PayrollLine(
                idOf(payrollId, row.personId(), number),
                payrollId,
                row.personId(),
                period,
                row.row(),
                Wage.of(row),
                Standing.from(number),
                null,
                null,
                null);
    }

    /// The line that takes this one's place. The confirmation falls, a payment stays what it was.
    PayrollLine corrected(Wage better, int number, Correction why) {
        var next = new Standing(number, Standing.NEVER, Standing.NEVER, payment == null ? Standing.NEVER : number);
        return new PayrollLine(
                idOf(payrollId, personId, number),
                payrollId,
                personId,
                period,
                row,
                better,
                next,
                null,
                payment == null ? null : new Payment(payment.on(), payment.reference(), credited()),
                why);
    }

    /// What the worker has been credited for this line.
    Money credited() {
        if (payment == null) {
            return Money.ZERO;
        }
        return payment.amount() == null ? wage.net() : payment.amount();
    }

    boolean inForceOn(Payroll payroll) {
        return standing.inForceAt(payroll.number());
    }

    boolean confirmedOn(Payroll payroll) {
        return standing.confirmed() <= payroll.number();
    }

    boolean paidOn(Payroll payroll) {
        return standing.paid() <= payroll.number();
    }
}
