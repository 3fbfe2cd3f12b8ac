package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.CaseDefinition.Nothing;
import cn.sanming.migrant.platform.cases.Cases;
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
        this.definition = cases.declare(Payroll.class, "Payroll", "/api/v1/wages/payrolls")
                .notes("replace_sheet", SYSTEM, NewSheet.class, (payroll, sheet, _) -> payroll.replace(sheet))
                .notes("confirm", Set.of("SUBCONTRACTOR"), PayrollForms.Confirmation.class, lines::confirm)
                .notes("correct", Set.of("SUBCONTRACTOR", "GENERAL_CONTRACTOR"), Correction.class, lines::correct)
                .on("workers_sign", Signature.class, (payroll, signature, _) -> lines.sign(payroll, signature))
                .on("submit")
                .onReason("return")
                .on("verify", (payroll, _) -> payment.verify(payroll))
                .on("send_to_bank", Consignment.class, (payroll, body, _) -> payment.sendToBank(payroll, body))
                .onReason("fail")
                .on(
                        "pay",
                        Credits.class,
                        (payroll, credits, context) -> payment.credit(payroll, credits, true, context))
                .on(
                        "pay_part",
                        Credits.class,
                        (payroll, credits, context) -> payment.credit(payroll, credits, false, context))
                .on(
                        "complete",
                        Credits.class,
                        (payroll, credits, context) -> payment.credit(payroll, credits, true, context))
                .notes("settle_by_case", SYSTEM, Settlement.class, payment::settleByCase)
                .notes("close_due", SYSTEM, Nothing.class, (payroll, _, _) -> payroll.close())
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
