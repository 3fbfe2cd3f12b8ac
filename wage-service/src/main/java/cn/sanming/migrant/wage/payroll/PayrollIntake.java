package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.wage.payroll.PayrollDesk.Taken;
import cn.sanming.migrant.wage.payroll.PayrollForms.NewSheet;
import cn.sanming.migrant.wage.payroll.SheetTerms.Asked;
import cn.sanming.migrant.wage.policy.Payday;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes sheets in (工资表报送): lines first, the payroll last, so that a sheet is there as a whole or not at all.
@Component
class PayrollIntake {

    private static final int ATTEMPTS = 5;

    private final Cases cases;
    private final Payrolls payrolls;
    private final PayrollLines lines;
    private final LineChanges changes;
    private final RuleBook rules;
    private final Payday payday;

    PayrollIntake(
            Cases cases, Payrolls payrolls, PayrollLines lines, LineChanges changes, RuleBook rules, Payday payday) {
        this.cases = cases;
        this.payrolls = payrolls;
        this.lines = lines;
        this.changes = changes;
        this.rules = rules;
        this.payday = payday;
    }

    /// @param asked what the sheet is about; whoever hands it in may
    Outcome<Taken> take(
            CaseDefinition<Payroll> definition,
            Asked asked,
            Iterator<? extends SheetRow> rows,
            CommandContext context) {
        var read = SheetReading.of(rows);
        if (read.refusal() != null) {
            return Outcome.refused(read.refusal());
        }
        return take(definition, asked, read, context).map(taken -> taken.of(read));
    }

    private Outcome<Taken> take(
            CaseDefinition<Payroll> definition, Asked asked, SheetReading read, CommandContext context) {
        var last = asked.original() == null ? null : lastBackPay(asked.original());
        if (last != null && last.holds(read.content(asked.rows()))) {
            return Outcome.done(new Taken(last, true));
        }
        var terms = terms(asked, last);
        var faults = asked.rowFaults(payrolls, terms.payrollId());
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        for (int attempt = 1; ; attempt++) {
            var known = payrolls.find(terms.payrollId()).orElse(null);
            var outcome = known == null
                    ? draft(definition, asked, terms, read, context)
                    : replace(definition, known, terms, read, context);
            if (attempt == ATTEMPTS || !isLost(outcome)) {
                return outcome;
            }
        }
    }

    private static boolean isLost(Outcome<Taken> outcome) {
        return outcome instanceof Outcome.Refused<Taken>(Refusal refusal)
                && refusal.kind() == Refusal.Kind.VERSION_CONFLICT;
    }

    private @Nullable Payroll lastBackPay(Payroll original) {
        var all = payrolls.backPay(original.id());
        return all.isEmpty() ? null : all.getLast();
    }

    /// @param last the last back pay to the same payroll; while it is a draft, a new sheet takes its place
    private Payroll.Terms terms(Asked asked, @Nullable Payroll last) {
        var sheet = asked.sheet();
        var original = asked.original();
        if (original != null) {
            int running = 1;
            if (last != null && last.backPay() != null) {
                running = last.backPay().running() + (last.file().is(PayrollState.DRAFT) ? 0 : 1);
            }
            return new Payroll.Terms(
                    original.projectId(),
                    original.employerUscc(),
                    original.contractorUscc(),
                    original.period(),
                    original.nominalPayday(),
                    original.effectiveDueDate(),
                    new Payroll.BackPay(original.id(), running, asked.rows()));
        }
        var due = rules.decide(payday, new Payday.Facts(sheet.period(), sheet.agreedMonth(), sheet.agreedDay()))
                .result();
        return new Payroll.Terms(
                sheet.projectId(),
                sheet.employerUscc(),
                asked.payer(),
                sheet.period(),
                due.nominalPayday(),
                due.effectiveDueDate(),
                null);
    }

    private Outcome<Taken> draft(
            CaseDefinition<Payroll> definition,
            Asked asked,
            Payroll.Terms terms,
            SheetReading read,
            CommandContext context) {
        var id = terms.payrollId();
        var number = changes.begin(id, 0);
        if (number.isEmpty()) {
            return busy();
        }
        var added = read.entries().stream()
                .map(entry -> PayrollLine.of(id, terms.period(), entry, number.getAsInt()))
                .toList();
        if (!prepare(id, added, List.of(), number)) {
            changes.abandon(id, 0, number.getAsInt());
            return busy();
        }
        var sheet = read.sheet(number.getAsInt(), asked.rows());
        var outcome = cases.open(
                definition,
                terms,
                (known, by) -> payrolls.find(id).isPresent()
                        ? Outcome.refused(Refusal.Kind.VERSION_CONFLICT)
                        : Outcome.created(Payroll.draft(known, sheet, asked.district(), by), ""),
                context);
        if (!(outcome instanceof Outcome.Created<Payroll>)) {
            changes.abandon(id, 0, number.getAsInt());
        }
        return outcome.map(payroll -> new Taken(payroll, false));
    }

    private Outcome<Taken> replace(
            CaseDefinition<Payroll> definition,
            Payroll known,
            Payroll.Terms terms,
            SheetReading read,
            CommandContext context) {
        var rows =
                terms.backPay() == null ? List.<Integer>of() : terms.backPay().rows();
        if (known.holds(read.content(rows))) {
            return Outcome.done(new Taken(known, true));
        }
        if (!known.file().is(PayrollState.DRAFT)) {
            return Outcome.duplicate(definition.path() + '/' + known.id(), Reason.of("PAYROLL_NOT_DRAFT"));
        }
        int base = known.number();
        var number = changes.begin(known.id(), base);
        if (number.isEmpty()) {
            return busy();
        }
        var former = new HashMap<String, PayrollLine>();
        lines.each(known, line -> former.put(line.personId(), line));
        var added = new ArrayList<PayrollLine>();
        var ended = new ArrayList<String>();
        for (var entry : read.entries()) {
            var line = former.remove(entry.personId());
            var wage = PayrollLine.Wage.of(entry);
            if (line != null && line.wage().print().equals(wage.print())) {
                continue;
            }
            added.add(PayrollLine.of(known.id(), known.period(), entry, number.getAsInt()));
            if (line != null) {
                ended.add(line.id());
            }
        }
        former.values().forEach(line -> ended.add(line.id()));
        var sheet = read.sheet(number.getAsInt(), rows);
        var outcome = prepare(known.id(), added, ended, number)
                ? cases.fire(
                        known.id(),
                        PayrollDesk.REPLACE_SHEET,
                        new NewSheet(base, sheet, terms.backPay()),
                        PayrollDesk.bySystemFor(context))
                : PayrollIntake.<Payroll>busy();
        if (outcome instanceof Outcome.Refused<Payroll>) {
            changes.abandon(known.id(), base, number.getAsInt());
        }
        return outcome.map(payroll -> new Taken(payroll, false));
    }

    private boolean prepare(String id, List<PayrollLine> added, List<String> ended, OptionalInt number) {
        return lines.prepare(added, ended, number.getAsInt(), () -> changes.renew(id, number.getAsInt()));
    }

    private static <T> Outcome<T> busy() {
        return Outcome.refused(Refusal.Kind.IN_PROGRESS, Reason.of("PAYROLL_IS_BEING_CHANGED"));
    }
}
