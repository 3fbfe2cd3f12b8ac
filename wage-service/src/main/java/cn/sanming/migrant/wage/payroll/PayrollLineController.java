package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.wage.payroll.PayrollLine.Deduction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The lines of one payroll, page by page, for whoever employs or pays and for officers.
@RestController
@RequestMapping("/api/v1/wages/payrolls/{id}/lines")
class PayrollLineController {

    private final Payrolls payrolls;
    private final PayrollLines lines;

    /// @param credited  what the worker was credited
    /// @param replaces  the line whose place it took, and why
    record Line(
            String id,
            String personId,
            int row,
            Money gross,
            List<Deduction> deductions,
            Money net,
            @Nullable Instant confirmedAt,
            @Nullable String signedSheet,
            @Nullable LocalDate paidOn,
            Money credited,
            PayrollLine.@Nullable Correction correction) {

        static Line of(PayrollLine line, Payroll payroll) {
            var word = line.confirmedOn(payroll) ? line.confirmation() : null;
            var payment = line.paidOn(payroll) ? line.payment() : null;
            return new Line(
                    line.id(),
                    line.personId(),
                    line.row(),
                    line.wage().gross(),
                    line.wage().deductions(),
                    line.wage().net(),
                    word == null ? null : word.at(),
                    word == null ? null : word.signedSheet(),
                    payment == null ? null : payment.on(),
                    payment == null ? Money.ZERO : line.credited(),
                    line.correction());
        }
    }

    PayrollLineController(Payrolls payrolls, PayrollLines lines) {
        this.payrolls = payrolls;
        this.lines = lines;
    }

    @GetMapping
    Outcome<Page<Line>> list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Boolean confirmed,
            @RequestParam(required = false) @Nullable Boolean paid,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        var payroll = readable(id, actor);
        if (payroll == null) {
            return Outcome.notFound();
        }
        int size = Page.limit(limit);
        var rows = lines.page(payroll, confirmed, paid, after == null ? "" : after, size + 1);
        var page = Page.of(rows, size, PayrollLine::personId);
        return Outcome.done(new Page<>(
                page.items().stream().map(line -> Line.of(line, payroll)).toList(), page.next()));
    }

    /// Every line a worker ever had on this payroll, the one that holds last (明细沿革).
    @GetMapping("/{personId}")
    Outcome<Page<Line>> history(@PathVariable String id, @PathVariable String personId, Actor actor) {
        var payroll = readable(id, actor);
        if (payroll == null) {
            return Outcome.notFound();
        }
        var all = lines.history(payroll, personId);
        return all.isEmpty()
                ? Outcome.notFound()
                : Outcome.done(new Page<>(
                        all.stream().map(line -> Line.of(line, payroll)).toList(), null));
    }

    private @Nullable Payroll readable(String id, Actor actor) {
        return payrolls.find(id)
                .filter(payroll -> PayrollDesk.mayRead(payroll, actor))
                .orElse(null);
    }
}
