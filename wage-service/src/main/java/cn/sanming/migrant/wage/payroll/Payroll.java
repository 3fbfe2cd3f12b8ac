package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A month's payroll of one employer on one project (工资支付表), 支付条例 art. 15 and 31.
@Document("payrolls")
public final class Payroll implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed(sparse = true)
    private final @Nullable String projectId;

    @Indexed
    private final String employerUscc;

    private final String contractorUscc;

    private final YearMonth period;

    private final LocalDate nominalPayday;

    private final LocalDate effectiveDueDate;

    private List<PayrollLine> lines;

    private String content;

    /// Rows of the sheet that could not be read; while there are any, nobody can sign.
    private int rejectedRows;

    /// The bank it was sent to; only that bank may report on it.
    @Indexed(sparse = true)
    private @Nullable String bankUscc;

    /// The due date while any line is unpaid; gone when all are paid, so the nightly check reads what is overdue only.
    @Indexed(sparse = true)
    private @Nullable LocalDate openDue;

    /// What a payroll is about; together they are unique.
    ///
    /// @param projectId      none for an employer's ordinary staff
    /// @param contractorUscc who pays: the general contractor of the project, or the employer itself
    public record Terms(
            @Nullable String projectId,
            String employerUscc,
            String contractorUscc,
            YearMonth period,
            LocalDate nominalPayday,
            LocalDate effectiveDueDate) {}

    Payroll(
            String id,
            CaseFile file,
            @Nullable String projectId,
            String employerUscc,
            String contractorUscc,
            YearMonth period,
            LocalDate nominalPayday,
            LocalDate effectiveDueDate,
            List<PayrollLine> lines,
            String content,
            int rejectedRows,
            @Nullable LocalDate openDue) {
        this.id = id;
        this.file = file;
        this.projectId = projectId;
        this.employerUscc = employerUscc;
        this.contractorUscc = contractorUscc;
        this.period = period;
        this.nominalPayday = nominalPayday;
        this.effectiveDueDate = effectiveDueDate;
        this.lines = lines;
        this.content = content;
        this.rejectedRows = rejectedRows;
        this.openDue = openDue;
    }

    /// @param content fingerprint of the lines: the same sheet again changes nothing
    static Payroll draft(
            Terms terms,
            List<PayrollLine> lines,
            int rejected,
            String content,
            @Nullable String district,
            CommandContext context) {
        var id = idOf(terms.projectId(), terms.employerUscc(), terms.period());
        return new Payroll(
                id,
                CaseFile.opened(id, PayrollState.DRAFT, district, context),
                terms.projectId(),
                terms.employerUscc(),
                terms.contractorUscc(),
                terms.period(),
                terms.nominalPayday(),
                terms.effectiveDueDate(),
                lines,
                content,
                rejected,
                terms.effectiveDueDate());
    }

    /// The one payroll of this project, employer and month.
    static String idOf(@Nullable String projectId, String employerUscc, YearMonth period) {
        return Ids.of("pr", projectId == null ? "-" : projectId, employerUscc, period.toString());
    }

    /// Replaces the lines while the sheet is still a draft that nobody has confirmed.
    Verdict replace(List<PayrollLine> newLines, int newlyRejected, String newContent) {
        return Verdict.guards()
                .require(file.is(PayrollState.DRAFT), "PAYROLL_NOT_DRAFT")
                .require(lines.stream().noneMatch(PayrollLine::confirmed), "LINES_ALREADY_CONFIRMED")
                .then(() -> {
                    lines = newLines;
                    content = newContent;
                    rejectedRows = newlyRejected;
                });
    }

    /// The worker says the line is right (本人签字), or the subcontractor records the signed sheet.
    Verdict confirm(Collection<String> personIds, CommandContext context) {
        var unknown = new HashSet<>(personIds);
        lines.forEach(line -> unknown.remove(line.personId()));
        return Verdict.guards()
                .require(file.is(PayrollState.DRAFT), "PAYROLL_NOT_DRAFT")
                .require(unknown.isEmpty(), Reason.of("NOT_ON_PAYROLL").required("a line", unknown.size() + " without"))
                .then(() -> change(personIds, line -> line.confirmed(context.at())));
    }

    Verdict sign() {
        long open = lines.stream().filter(line -> !line.confirmed()).count();
        return Verdict.guards()
                .require(rejectedRows == 0, Reason.of("ROWS_REJECTED").required(0, rejectedRows))
                .require(
                        open == 0,
                        Reason.of("LINES_NOT_CONFIRMED").clause("支付条例 art. 31").required(0, open))
                .verdict();
    }

    /// Goes to the bank that will credit the workers.
    void sentTo(String bank) {
        bankUscc = bank;
    }

    /// The bank reports credits. Every line must be credited for `pay` and `complete`, at least one for `pay_part`.
    Verdict credit(
            Collection<String> personIds, LocalDate paidOn, String bankRef, boolean all, CommandContext context) {
        var credited = Set.copyOf(personIds);
        var unpaid = unpaid();
        long missing = unpaid.stream()
                .filter(line -> !credited.contains(line.personId()))
                .count();
        return Verdict.guards()
                .require(
                        all ? missing == 0 : missing > 0 && missing < unpaid.size(),
                        Reason.of(all ? "LINES_NOT_CREDITED" : "NOT_A_PART").required(all ? 0 : "some", missing))
                .require(!paidOn.isAfter(context.today()), "PAID_IN_THE_FUTURE")
                .then(() -> {
                    change(credited, line -> line.paid(paidOn, bankRef));
                    if (all) {
                        settled(paidOn, context);
                    }
                });
    }

    /// The wages of these workers came another way, through a case of the inspection.
    void settleByCase(Collection<String> personIds, LocalDate paidOn, String reference) {
        change(personIds, line -> line.paid(paidOn, reference));
        if (unpaid().isEmpty()) {
            openDue = null;
        }
    }

    private void settled(LocalDate paidOn, CommandContext context) {
        openDue = null;
        int insured =
                (int) lines.stream().filter(PayrollLine::unemploymentInsured).count();
        file.record(
                new PayrollPaid(
                        id, projectId, employerUscc, period, lines.size(), total(), effectiveDueDate, paidOn, insured),
                context);
    }

    private void change(Collection<String> personIds, UnaryOperator<PayrollLine> step) {
        var wanted = Set.copyOf(personIds);
        var changed = new ArrayList<PayrollLine>(lines.size());
        lines.forEach(line -> changed.add(wanted.contains(line.personId()) ? step.apply(line) : line));
        lines = changed;
    }

    public List<PayrollLine> unpaid() {
        return lines.stream().filter(line -> !line.paid()).toList();
    }

    public Money total() {
        return Money.sum(lines.stream().map(PayrollLine::net));
    }

    public List<String> personIds() {
        return lines.stream().map(PayrollLine::personId).toList();
    }

    boolean holds(String fingerprint) {
        return content.equals(fingerprint);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    public @Nullable String projectId() {
        return projectId;
    }

    public String employerUscc() {
        return employerUscc;
    }

    public String contractorUscc() {
        return contractorUscc;
    }

    @Nullable
    String bankUscc() {
        return bankUscc;
    }

    public YearMonth period() {
        return period;
    }

    public LocalDate nominalPayday() {
        return nominalPayday;
    }

    public LocalDate effectiveDueDate() {
        return effectiveDueDate;
    }

    List<PayrollLine> lines() {
        return lines;
    }
}
