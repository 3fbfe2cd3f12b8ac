package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.wage.payroll.PayrollForms.Consignment;
import cn.sanming.migrant.wage.payroll.PayrollForms.Correction;
import cn.sanming.migrant.wage.payroll.PayrollForms.Credits;
import cn.sanming.migrant.wage.payroll.PayrollForms.NewSheet;
import cn.sanming.migrant.wage.payroll.PayrollForms.Settlement;
import cn.sanming.migrant.wage.payroll.PayrollForms.Signature;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window for payrolls: takes in sheets, has them confirmed, verified, sent to the bank and paid.
@Component
public class PayrollDesk {

    static final Command<Payroll, NewSheet> REPLACE_SHEET = Command.of("replaceSheetPayroll", NewSheet.class);
    static final Command<Payroll, PayrollForms.Confirmation> CONFIRM =
            Command.of("confirmPayroll", PayrollForms.Confirmation.class);
    static final Command<Payroll, Correction> CORRECT = Command.of("correctPayroll", Correction.class);
    static final Command<Payroll, Signature> WORKERS_SIGN = Command.of("workersSignPayroll", Signature.class);
    static final Command<Payroll, Command.Nothing> SUBMIT = Command.of("submitPayroll");
    static final Command<Payroll, Command.Because> RETURN = Command.because("returnPayroll");
    static final Command<Payroll, Command.Nothing> VERIFY = Command.of("verifyPayroll");
    static final Command<Payroll, Consignment> SEND_TO_BANK = Command.of("sendToBankPayroll", Consignment.class);
    static final Command<Payroll, Command.Because> FAIL = Command.because("failPayroll");
    static final Command<Payroll, Credits> PAY = Command.of("payPayroll", Credits.class);
    static final Command<Payroll, Credits> PAY_PART = Command.of("payPartPayroll", Credits.class);
    static final Command<Payroll, Credits> COMPLETE = Command.of("completePayroll", Credits.class);
    static final Command<Payroll, Settlement> SETTLE_BY_CASE = Command.of("settleByCasePayroll", Settlement.class);
    static final Command<Payroll, Command.Nothing> CLOSE_DUE = Command.of("closeDuePayroll", Command.Nothing.class);

    private static final Set<String> SYSTEM = Set.of(Actor.SYSTEM_ROLE);
    private static final Set<String> READERS =
            Set.of("INSPECTOR", "INSPECTION_HEAD", "HR_OFFICER", "HOUSING_OFFICER", "SUPERVISOR");

    private final CaseDefinition<Payroll> definition;
    private final PayrollIntake intake;
    private final SheetTerms terms;

    /// The head of a sheet. `agreedMonth` is `CURRENT` or `NEXT`; none agreed means the default day of the next month.
    ///
    /// @param backPayOf the payroll whose left-out wages this sheet pays (补发), if it does
    /// @param rows      unread rows of that payroll which this sheet takes up
    public record Sheet(
            @Nullable String projectId,
            String employerUscc,
            YearMonth period,
            @Nullable String agreedMonth,
            @Nullable Integer agreedDay,
            @Nullable String district,
            @Nullable String backPayOf,
            @Nullable List<Integer> rows) {

        public Sheet(
                @Nullable String projectId,
                String employerUscc,
                YearMonth period,
                @Nullable String agreedMonth,
                @Nullable Integer agreedDay,
                @Nullable String district) {
            this(projectId, employerUscc, period, agreedMonth, agreedDay, district, null, null);
        }
    }

    /// What became of a sheet.
    ///
    /// @param unchanged whether the same rows stood there before
    /// @param accepted  rows that are lines of the payroll now
    /// @param unread    rows that are its gaps now
    public record Taken(Payroll payroll, boolean unchanged, int accepted, List<SheetRow.Unread> unread) {

        Taken(Payroll payroll, boolean unchanged) {
            this(payroll, unchanged, 0, List.of());
        }

        Taken of(SheetReading read) {
            return new Taken(payroll, unchanged, read.entries().size(), read.unread());
        }
    }

    PayrollDesk(
            Cases cases,
            PayrollIntake intake,
            SheetTerms terms,
            LineCommands lines,
            PaymentCommands payment,
            Payrolls payrolls,
            PayrollLines all) {
        this.intake = intake;
        this.terms = terms;
        this.definition = cases.define(Payroll.class, "Payroll", "/api/v1/wages/payrolls")
                .notes(REPLACE_SHEET, SYSTEM, (payroll, sheet, _) -> payroll.replace(sheet))
                .notes(CONFIRM, Set.of("SUBCONTRACTOR"), lines::confirm)
                .notes(CORRECT, Set.of("SUBCONTRACTOR", "GENERAL_CONTRACTOR"), lines::correct)
                .on(WORKERS_SIGN, (payroll, signature, _) -> lines.sign(payroll, signature))
                .on(SUBMIT)
                .on(RETURN)
                .on(VERIFY, (payroll, _) -> payment.verify(payroll))
                .on(SEND_TO_BANK, (payroll, body, _) -> payment.sendToBank(payroll, body))
                .on(FAIL)
                .on(PAY, (payroll, credits, context) -> payment.credit(payroll, credits, true, context))
                .on(PAY_PART, (payroll, credits, context) -> payment.credit(payroll, credits, false, context))
                .on(COMPLETE, (payroll, credits, context) -> payment.credit(payroll, credits, true, context))
                .notes(SETTLE_BY_CASE, SYSTEM, payment::settleByCase)
                .notes(CLOSE_DUE, SYSTEM, (payroll, _, _) -> payroll.close())
                .firm("SUBCONTRACTOR", "employerUscc", Payroll::employerUscc)
                .firm("GENERAL_CONTRACTOR", "contractorUscc", Payroll::contractorUscc)
                .firm("BANK", "bankUscc", Payroll::bankUscc)
                .readableBy(READERS.toArray(String[]::new))
                .filter("project_id", "projectId")
                .filter("employer_uscc", "employerUscc")
                .filter("period", "period")
                .shownAs(
                        PayrollView.class,
                        payroll -> PayrollView.of(
                                payroll,
                                payroll.file().is(PayrollState.DRAFT) ? all.unconfirmed(payroll) : 0,
                                payrolls.openGaps(payroll)));
    }

    CaseDefinition<Payroll> definition() {
        return definition;
    }

    /// Takes in a sheet for the one payroll of its project, employer and month: new, unchanged, or replaced while a
    /// draft. Who may hand it in is asked before the first row is; what the rows throw leaves everything as it was.
    public Outcome<Taken> takeSheet(Sheet sheet, Iterator<? extends SheetRow> rows, CommandContext context) {
        var asked = terms.of(sheet);
        var objection = terms.objection(asked, context);
        return objection.isPresent() ? Outcome.refused(objection.get()) : intake.take(definition, asked, rows, context);
    }

    /// What stands against this caller handing in such a sheet; asked before a byte of it is read.
    public Optional<Refusal> objection(Sheet sheet, CommandContext context) {
        return terms.objection(terms.of(sheet), context);
    }

    /// Whether somebody may read the payroll and all its lines: who pays or employs, and officers of the district.
    static boolean mayRead(Payroll payroll, Actor actor) {
        var code = actor.creditCode();
        return code != null
                        && (code.equals(payroll.employerUscc())
                                || code.equals(payroll.contractorUscc())
                                || code.equals(payroll.bankUscc()))
                || actor.hasAny(READERS) && actor.mayActIn(payroll.file().district());
    }

    /// A step that only the system takes, in the name of whoever caused it.
    static CommandContext bySystemFor(CommandContext context) {
        var actor = context.actor();
        var roles = new HashSet<>(actor.roles());
        roles.add(Actor.SYSTEM_ROLE);
        var both = new Actor(actor.id(), roles, actor.unit(), actor.county(), actor.creditCode(), actor.workerId());
        return new CommandContext(
                both, context.at(), context.correlationId(), context.causationId(), context.traceparent());
    }
}
