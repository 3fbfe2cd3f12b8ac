package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.jobs.BusinessDay;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.wage.payroll.Payroll;
import cn.sanming.migrant.wage.payroll.PayrollLines;
import cn.sanming.migrant.wage.payroll.PayrollPayments;
import cn.sanming.migrant.wage.payroll.Payrolls;
import cn.sanming.migrant.wage.policy.ArrearsDetection;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds arrears by the effective due date and follows them until they are paid. The check costs what is overdue,
/// not what exists.
@Component
class ArrearsDesk implements OpenArrears, ArrearsSettlement {

    private final ArrearsRegister register;
    private final Payrolls payrolls;
    private final PayrollLines lines;
    private final PayrollPayments payments;
    private final RuleBook rules;
    private final ArrearsDetection detection;

    ArrearsDesk(
            ArrearsRegister register,
            Payrolls payrolls,
            PayrollLines lines,
            PayrollPayments payments,
            RuleBook rules,
            ArrearsDetection detection) {
        this.register = register;
        this.payrolls = payrolls;
        this.lines = lines;
        this.payments = payments;
        this.rules = rules;
        this.detection = detection;
    }

    /// Looks at a payroll that fell due and was not paid.
    void check(String payrollId, BusinessDay day) {
        payrolls.find(payrollId)
                .filter(payroll -> payroll.isOverdueOn(day.date()))
                .ifPresent(payroll -> look(payroll, day.date(), day.date(), day.context()));
    }

    /// Takes over what one payroll owes on a day. A payroll that owes nothing any more is due no more.
    ///
    /// @param paidOn the day the last of it was paid, if nothing is owed
    private void look(Payroll payroll, LocalDate date, LocalDate paidOn, CommandContext context) {
        var owed = owed(payroll);
        if (owed.isNothing()) {
            if (payroll.openDue() != null) {
                payments.close(payroll.id(), context);
            }
            register.change(Arrears.idOf(payroll.id()), arrears -> arrears.clear(paidOn, context));
            return;
        }
        if (!payroll.effectiveDueDate().isBefore(date)) {
            return;
        }
        register.changeOrOpen(
                Arrears.Of.payroll(payroll),
                payroll.file().district(),
                arrears -> found(arrears, payroll, owed, date, context),
                context);
    }

    private boolean found(Arrears arrears, Payroll payroll, Owed owed, LocalDate date, CommandContext context) {
        var facts = new ArrearsDetection.Facts(payroll.nominalPayday(), date, arrears.forceMajeure() != null);
        var finding = rules.decide(detection, facts).result();
        var level = ArrearsLevel.valueOf(finding.level().toString());
        return arrears.found(owed, finding.daysLate(), level, context);
    }

    Owed owed(Payroll payroll) {
        return Owed.of(payroll, lines, payrolls.openGaps(payroll));
    }

    Owed owedOn(String payrollId) {
        return payrolls.find(payrollId).map(this::owed).orElse(Owed.NOTHING);
    }

    /// A payroll has been paid, or back pay to it: what is still owed is found anew, at once.
    void paid(String payrollId, LocalDate paidOn, CommandContext context) {
        var payroll = payrolls.find(payrollId).orElse(null);
        if (payroll == null) {
            return;
        }
        look(payroll, context.today(), paidOn, context);
        var backPay = payroll.backPay();
        if (backPay != null) {
            paid(backPay.payrollId(), paidOn, context);
        }
    }

    /// A tenant of a public home is behind with the rent: whoever's wages are owed is marked in every such case.
    void tenantIsBehind(String leaseId, String personId, CommandContext context) {
        for (var arrears : register.openOf(lines.payrollsOf(personId))) {
            var owed = owedOn(arrears.of().payrollId());
            register.change(arrears.id(), known -> known.tenantIsBehind(leaseId, personId, owed, context));
        }
    }

    @Override
    public void settle(
            String employerUscc,
            @Nullable String projectId,
            String period,
            Collection<String> personIds,
            LocalDate paidOn,
            CommandContext context) {
        for (var id : payments.settleByCase(employerUscc, projectId, period, personIds, paidOn, context)) {
            paid(id, paidOn, context);
        }
    }

    Outcome<ArrearsView> excuse(String id, String reason, CommandContext context) {
        return register.decide(id, arrears -> arrears.excuse(reason, context), context)
                .map(ArrearsView::of);
    }

    /// Takes force majeure back; how late the wages are is found anew at once.
    Outcome<ArrearsView> reinstate(String id, String reason, CommandContext context) {
        var outcome = register.decide(id, arrears -> arrears.reinstate(reason, context), context);
        return switch (outcome) {
            case Outcome.Refused<Arrears>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Arrears>(var arrears) -> Outcome.done(lookAgain(arrears, context));
            case Outcome.Created<Arrears>(var arrears, var _) -> Outcome.done(lookAgain(arrears, context));
        };
    }

    private ArrearsView lookAgain(Arrears arrears, CommandContext context) {
        payrolls.find(arrears.of().payrollId())
                .ifPresent(payroll -> look(payroll, context.today(), context.today(), context));
        return ArrearsView.of(register.find(arrears.id()).orElse(arrears));
    }

    @Override
    public boolean onProject(String projectId) {
        return register.isOpen("of.projectId", projectId);
    }

    @Override
    public boolean ofEmployer(String uscc) {
        return register.isOpen("of.employerUscc", uscc);
    }
}
