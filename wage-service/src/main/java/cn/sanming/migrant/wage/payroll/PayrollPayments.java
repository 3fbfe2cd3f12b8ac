package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.wage.payroll.PayrollForms.Settlement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/// Payments that reach workers past the payroll's own way, such as those ordered by the inspection.
@Component
public class PayrollPayments {

    private final Cases cases;
    private final PayrollDesk desk;
    private final Payrolls payrolls;
    private final PayrollLines lines;

    PayrollPayments(Cases cases, PayrollDesk desk, Payrolls payrolls, PayrollLines lines) {
        this.cases = cases;
        this.desk = desk;
        this.payrolls = payrolls;
        this.lines = lines;
    }

    /// Settles the lines of these workers, of the month's payroll and its back pay, once however often it is asked.
    ///
    /// @return the payrolls concerned
    public List<String> settleByCase(
            String employerUscc,
            @Nullable String projectId,
            String period,
            Collection<String> personIds,
            LocalDate paidOn,
            CommandContext context) {
        var first = payrolls.find(Payroll.idOf(projectId, employerUscc, YearMonth.parse(period)));
        var all = new ArrayList<Payroll>();
        first.ifPresent(all::add);
        first.ifPresent(payroll -> all.addAll(payrolls.backPay(payroll.id())));
        var said = new Settlement(List.copyOf(Set.copyOf(personIds)), paidOn, context.correlationId());
        for (var payroll : all) {
            if (lines.unpaid(payroll, said.personIds()).lines() > 0) {
                settle(payroll, said, context);
            }
        }
        return all.stream().map(Payroll::id).toList();
    }

    private void settle(Payroll payroll, Settlement said, CommandContext context) {
        var by = PayrollDesk.bySystemFor(context);
        if (cases.fire(payroll.id(), PayrollDesk.SETTLE_BY_CASE, said, by)
                instanceof Outcome.Refused<Payroll>(var refusal)) {
            throw new OptimisticLockingFailureException(payroll.id() + " is not settled: " + refusal.kind());
        }
    }

    /// Back pay has taken up the last open row and every line is paid: the payroll is due no more.
    public void close(String payrollId, CommandContext context) {
        if (cases.fire(payrollId, PayrollDesk.CLOSE_DUE, PayrollDesk.bySystemFor(context))
                instanceof Outcome.Refused<Payroll>(var refusal)) {
            throw new OptimisticLockingFailureException(payrollId + " is not closed: " + refusal.kind());
        }
    }
}
