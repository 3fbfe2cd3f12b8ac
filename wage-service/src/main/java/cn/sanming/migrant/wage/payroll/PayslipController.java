package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.wage.payroll.PayrollLine.Deduction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A worker's own payslips (工资条), from all employers: read, and confirmed with one tap (本人签字). A tap writes this
/// one line and nothing else.
@RestController
@RequestMapping("/api/v1/wages/payslips")
class PayslipController {

    private final Payrolls payrolls;
    private final PayrollLines lines;

    /// @param payrollState how far the whole payroll is
    /// @param backPayOf    the payroll that had left this out, on a payslip of back pay (补发)
    record Payslip(
            String id,
            String payrollId,
            @Nullable String backPayOf,
            String payrollState,
            String employerUscc,
            @Nullable String projectId,
            YearMonth period,
            LocalDate effectiveDueDate,
            Money gross,
            List<Deduction> deductions,
            Money net,
            @Nullable Instant confirmedAt) {

        static Payslip of(PayrollLine line, Payroll payroll) {
            var confirmation = line.confirmedOn(payroll) ? line.confirmation() : null;
            var backPay = payroll.backPay();
            return new Payslip(
                    line.id(),
                    payroll.id(),
                    backPay == null ? null : backPay.payrollId(),
                    payroll.file().state(),
                    payroll.employerUscc(),
                    payroll.projectId(),
                    payroll.period(),
                    payroll.effectiveDueDate(),
                    line.wage().gross(),
                    line.wage().deductions(),
                    line.wage().net(),
                    confirmation == null ? null : confirmation.at());
        }
    }

    PayslipController(Payrolls payrolls, PayrollLines lines) {
        this.payrolls = payrolls;
        this.lines = lines;
    }

    /// The latest month first.
    @GetMapping
    Outcome<Page<Payslip>> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        var worker = actor.workerId();
        if (worker == null) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        int size = Page.limit(limit);
        var last = after == null ? null : own(after, worker);
        if (after != null && last == null) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/after", "UNKNOWN_CURSOR"));
        }
        var rows = new ArrayList<Payslip>();
        boolean more = true;
        while (more && rows.size() <= size) {
            var some = lines.ofWorker(worker, last, size + 1);
            var heads = payrolls.find(some.stream().map(PayrollLine::payrollId).toList());
            for (var line : some) {
                var payroll = heads.get(line.payrollId());
                if (payroll != null && line.inForceOn(payroll)) {
                    rows.add(Payslip.of(line, payroll));
                }
                last = line;
            }
            more = some.size() > size;
        }
        var shown = rows.size() <= size ? rows : rows.subList(0, size + 1);
        return Outcome.done(Page.of(List.copyOf(shown), size, Payslip::id));
    }

    @GetMapping("/{id}")
    Outcome<Payslip> one(@PathVariable String id, Actor actor) {
        var line = own(id, actor.workerId());
        var payroll = line == null ? null : payrolls.find(line.payrollId()).orElse(null);
        return payroll == null || line == null || !line.inForceOn(payroll)
                ? Outcome.notFound()
                : Outcome.done(Payslip.of(line, payroll));
    }

    /// The worker says that the payslip is right. It may be said again.
    @PostMapping("/{id}/confirm")
    Outcome<Payslip> confirm(@PathVariable String id, CommandContext context) {
        var line = own(id, context.actor().workerId());
        var payroll = line == null ? null : payrolls.find(line.payrollId()).orElse(null);
        if (payroll == null || line == null) {
            return Outcome.notFound();
        }
        if (!line.inForceOn(payroll)) {
            return lines.of(payroll, line.personId())
                    .map(now -> Outcome.<Payslip>duplicate(
                            "/api/v1/wages/payslips/" + now.id(), Reason.of("PAYSLIP_WAS_REPLACED")))
                    .orElseGet(Outcome::notFound);
        }
        if (line.confirmedOn(payroll)) {
            return Outcome.done(Payslip.of(line, payroll));
        }
        if (!payroll.file().is(PayrollState.DRAFT)) {
            return Outcome.refused(Refusal.Kind.GUARD_FAILED, Reason.of("PAYROLL_NOT_DRAFT"));
        }
        lines.confirm(
                line,
                payroll.number(),
                new PayrollLine.Confirmation(context.at(), context.actor().id(), null));
        return lines.find(id).map(now -> Outcome.done(Payslip.of(now, payroll))).orElseGet(Outcome::notFound);
    }

    private @Nullable PayrollLine own(String id, @Nullable String worker) {
        return worker == null
                ? null
                : lines.find(id).filter(line -> line.personId().equals(worker)).orElse(null);
    }
}
