package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.reference.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A payroll as its parties see it; a worker sees only the own line (工资条).
record PayrollView(
        String id,
        String state,
        @Nullable String projectId,
        String employerUscc,
        String contractorUscc,
        YearMonth period,
        LocalDate nominalPayday,
        LocalDate effectiveDueDate,
        int workers,
        Money total,
        Money unpaid,
        List<Line> lines) {

    record Line(
            String personId,
            Money gross,
            List<PayrollLine.Deduction> deductions,
            Money net,
            @Nullable Instant confirmedAt,
            @Nullable LocalDate paidOn) {}

    static PayrollView of(Payroll payroll, Actor actor) {
        var all = payroll.lines();
        var shown = actor.workerId() == null
                ? all
                : all.stream()
                        .filter(line -> line.personId().equals(actor.workerId()))
                        .toList();
        return new PayrollView(
                payroll.id(),
                payroll.file().state(),
                payroll.projectId(),
                payroll.employerUscc(),
                payroll.contractorUscc(),
                payroll.period(),
                payroll.nominalPayday(),
                payroll.effectiveDueDate(),
                all.size(),
                payroll.total(),
                Money.sum(payroll.unpaid().stream().map(PayrollLine::net)),
                shown.stream()
                        .map(line -> new Line(
                                line.personId(),
                                line.gross(),
                                line.deductions(),
                                line.net(),
                                line.confirmedAt(),
                                line.paidOn()))
                        .toList());
    }
}
