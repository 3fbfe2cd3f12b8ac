package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.wage.payroll.PayrollForms.Consignment;
import cn.sanming.migrant.wage.payroll.PayrollForms.Credits;
import cn.sanming.migrant.wage.payroll.PayrollForms.Settlement;
import cn.sanming.migrant.wage.payroll.PayrollLines.Sum;
import cn.sanming.migrant.wage.site.SiteRegister;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How a payroll is verified and paid: by the general contractor, by the bank, or past both by order of the inspection.
@Component
class PaymentCommands {

    private final PayrollLines lines;
    private final LineChanges changes;
    private final SiteRegister sites;

    PaymentCommands(PayrollLines lines, LineChanges changes, SiteRegister sites) {
        this.lines = lines;
        this.changes = changes;
        this.sites = sites;
    }

    Verdict verify(Payroll payroll) {
        var project = payroll.projectId();
        if (project == null) {
            return Verdict.granted();
        }
        var strangers = new AtomicInteger();
        var some = new ArrayList<String>();
        lines.each(payroll, line -> {
            some.add(line.personId());
            if (some.size() == PayrollLines.PAGE) {
                strangers.addAndGet(sites.notRegistered(project, some).size());
                some.clear();
            }
        });
        strangers.addAndGet(sites.notRegistered(project, some).size());
        return Verdict.guards()
                .require(
                        strangers.get() == 0,
                        Reason.of("NOT_IN_REAL_NAME_REGISTER")
                                .clause("支付条例 art. 28")
                                .required(0, strangers.get()))
                .verdict();
    }

    Verdict sendToBank(Payroll payroll, Consignment body) {
        var project = payroll.projectId();
        var bank = project == null ? Optional.ofNullable(body.bankUscc()) : sites.bank(project);
        return funded(payroll, Verdict.guards())
                .require(bank.isPresent(), project == null ? "BANK_REQUIRED" : "NO_OPEN_SPECIAL_ACCOUNT")
                .then(() -> payroll.sentTo(bank.orElseThrow()));
    }

    private Verdict.Guards funded(Payroll payroll, Verdict.Guards guards) {
        var project = payroll.projectId();
        var balance = project == null ? payroll.total() : sites.accountBalance(project);
        return guards.require(
                balance.atLeast(payroll.total()),
                Reason.of("SPECIAL_ACCOUNT_TOO_LOW").clause("支付条例 art. 31").required(payroll.total(), balance));
    }

    /// The bank reports credits. What they cost the special account is booked once the payroll is saved, by the news
    /// that it has been paid.
    Verdict credit(Payroll payroll, Credits credits, boolean all, CommandContext context) {
        var named = credits.personIds();
        var persons = named != null ? new HashSet<>(named) : all ? null : new HashSet<String>();
        var sum = persons == null
                ? new Sum(payroll.tally().unpaid(), payroll.tally().unpaidNet())
                : lines.unpaid(payroll, persons);
        var guards = payroll.creditable(sum.lines(), credits.paidOn(), all, context);
        if (all) {
            guards = funded(payroll, guards);
        }
        return guards.hold()
                ? pay(
                        payroll,
                        persons,
                        sum,
                        new PayrollLine.Payment(credits.paidOn(), credits.bankRef(), null),
                        all,
                        context)
                : guards.verdict();
    }

    /// The wages of these workers came another way, through a case of the inspection.
    Verdict settleByCase(Payroll payroll, Settlement body, CommandContext context) {
        var sum = lines.unpaid(payroll, body.personIds());
        return sum.lines() == 0
                ? Verdict.granted()
                : pay(
                        payroll,
                        body.personIds(),
                        sum,
                        new PayrollLine.Payment(body.paidOn(), body.reference(), null),
                        false,
                        context);
    }

    private Verdict pay(
            Payroll payroll,
            @Nullable Collection<String> persons,
            Sum sum,
            PayrollLine.Payment payment,
            boolean all,
            CommandContext context) {
        var number = changes.begin(payroll.id(), payroll.number());
        if (number.isEmpty()) {
            return LineCommands.busy();
        }
        lines.preparePayment(payroll, persons, number.getAsInt(), payment);
        payroll.paid(sum, number.getAsInt(), payment.on(), all, context);
        return Verdict.granted();
    }
}
