package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.payroll.PayrollForms.Confirmation;
import cn.sanming.migrant.wage.payroll.PayrollForms.Correction;
import cn.sanming.migrant.wage.payroll.PayrollForms.Signature;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the employer does with the lines: has them confirmed, puts one right, signs them off. Lines are prepared under
/// the next number; they hold when the payroll is saved with it.
@Component
class LineCommands {

    private final PayrollLines lines;
    private final LineChanges changes;

    LineCommands(PayrollLines lines, LineChanges changes) {
        this.lines = lines;
        this.changes = changes;
    }

    /// The employer records the sheet the workers have signed by hand; a worker confirms his own payslip.
    Verdict confirm(Payroll payroll, Confirmation body, CommandContext context) {
        if (body.signedSheet() == null || body.signedSheet().isBlank()) {
            return Verdict.guardFailed("SIGNED_SHEET_REQUIRED");
        }
        var named = body.personIds() == null ? null : new HashSet<>(body.personIds());
        int unknown = named == null ? 0 : named.size() - lines.known(payroll, named);
        var guards = Verdict.guards()
                .require(payroll.file().is(PayrollState.DRAFT), "PAYROLL_NOT_DRAFT")
                .require(unknown == 0, Reason.of("NOT_ON_PAYROLL").required("a line", unknown + " without"));
        if (!guards.hold()) {
            return guards.verdict();
        }
        var number = changes.begin(payroll.id(), payroll.number());
        if (number.isEmpty()) {
            return busy();
        }
        var word = new PayrollLine.Confirmation(context.at(), context.actor().id(), body.signedSheet());
        lines.prepareConfirmation(payroll, named, number.getAsInt(), word);
        payroll.reach(number.getAsInt());
        return Verdict.granted();
    }

    /// One line is put right. Before the payroll is signed its confirmation falls; after it was paid the payment stays
    /// what it was, and what is missing is paid by a back-pay payroll.
    Verdict correct(Payroll payroll, Correction body, CommandContext context) {
        var line = lines.of(payroll, body.personId()).orElse(null);
        if (line == null) {
            return Verdict.guardFailed("NOT_ON_PAYROLL");
        }
        var better = body.of(line.wage());
        boolean paid = line.paidOn(payroll);
        var taken = Money.sum(better.deductions().stream().map(PayrollLine.Deduction::amount));
        var guards = Verdict.guards()
                .require(
                        better.gross().minusOrZero(taken).equals(better.net()),
                        Reason.at("/net", "NET_NOT_GROSS_LESS_DEDUCTIONS")
                                .required(better.gross().minusOrZero(taken), better.net()))
                .require(payroll.file().is(PayrollState.DRAFT) || paid, "RETURN_PAYROLL_FIRST")
                .require(
                        !paid || line.credited().atLeast(better.net()),
                        Reason.of("DIFFERENCE_IS_BACK_PAY").required(line.credited(), better.net()))
                .require(!better.print().equals(line.wage().print()), "NOTHING_TO_CORRECT");
        if (!guards.hold()) {
            return guards.verdict();
        }
        var number = changes.begin(payroll.id(), payroll.number());
        if (number.isEmpty()) {
            return busy();
        }
        int change = number.getAsInt();
        var why = new PayrollLine.Correction(line.id(), context.actor().id(), context.at(), body.reason());
        if (!lines.prepare(
                List.of(line.corrected(better, change, why)),
                List.of(line.id()),
                change,
                () -> changes.renew(payroll.id(), change))) {
            return busy();
        }
        payroll.correct(line.wage(), better, paid, change);
        return Verdict.granted();
    }

    Verdict sign(Payroll payroll, Signature signature) {
        return payroll.sign(lines.unconfirmed(payroll), Boolean.TRUE.equals(signature.gapsAccepted()));
    }

    static Verdict busy() {
        return Verdict.refused(Refusal.Kind.IN_PROGRESS, Reason.of("PAYROLL_IS_BEING_CHANGED"));
    }
}
