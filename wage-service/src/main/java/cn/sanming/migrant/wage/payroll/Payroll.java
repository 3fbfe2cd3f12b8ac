package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.payroll.PayrollLines.Sum;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A month's payroll of one employer on one project (工资支付表), 支付条例 art. 15 and 31. Its lines are documents of
/// their own; which of them hold is said by its number.
@Document("payrolls")
public final class Payroll implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed(sparse = true)
    private @Nullable String projectId;

    @Indexed
    private String employerUscc = "";

    @Indexed
    private String contractorUscc = "";

    @Indexed
    private YearMonth period = YearMonth.of(1970, 1);

    private LocalDate nominalPayday = LocalDate.EPOCH;

    private LocalDate effectiveDueDate = LocalDate.EPOCH;

    private @Nullable BackPay backPay;

    /// The number of the last change of its lines.
    private int number;

    private String content = "";

    private Tally tally = Tally.NONE;

    private List<Gap> gaps = List.of();

    /// The bank it was sent to; only that bank may report on it.
    @Indexed(sparse = true)
    private @Nullable String bankUscc;

    /// The due date while anything is unpaid; gone when all is paid, so the nightly check reads what is overdue only.
    @Indexed(sparse = true)
    private @Nullable LocalDate openDue;

    /// What a payroll is about; together they are unique.
    ///
    /// @param projectId      none for an employer's ordinary staff
    /// @param contractorUscc who pays: the general contractor of the project, or the employer itself
    /// @param backPay        of a back-pay payroll only
    public record Terms(
            @Nullable String projectId,
            String employerUscc,
            String contractorUscc,
            YearMonth period,
            LocalDate nominalPayday,
            LocalDate effectiveDueDate,
            @Nullable BackPay backPay) {

        String payrollId() {
            return backPay == null
                    ? idOf(projectId, employerUscc, period)
                    : Ids.of("pr", backPay.payrollId(), Integer.toString(backPay.running()));
        }
    }

    /// What makes a payroll a back-pay payroll (补发): it pays what another one left out.
    ///
    /// @param payrollId the payroll it supplements
    /// @param running   1 for the first one to that payroll
    /// @param rows      unread rows of that payroll which it takes up
    public record BackPay(@Indexed(sparse = true) String payrollId, int running, List<Integer> rows) {}

    /// What a sheet says.
    ///
    /// @param number  the change its lines hold from
    /// @param content fingerprint of its rows: the same sheet again changes nothing
    record Sheet(int number, String content, Tally tally, List<Gap> gaps) {}

    Payroll(String id, CaseFile file) {
        this.id = id;
        this.file = file;
    }

    static Payroll draft(Terms terms, Sheet sheet, @Nullable String district, CommandContext context) {
        var id = terms.payrollId();
        var payroll = new Payroll(id, CaseFile.opened(id, PayrollState.DRAFT, district, context));
        payroll.projectId = terms.projectId();
        payroll.employerUscc = terms.employerUscc();
        payroll.contractorUscc = terms.contractorUscc();
        payroll.period = terms.period();
        payroll.nominalPayday = terms.nominalPayday();
        payroll.effectiveDueDate = terms.effectiveDueDate();
        payroll.backPay = terms.backPay();
        payroll.openDue = terms.effectiveDueDate();
        payroll.hold(sheet);
        return payroll;
    }

    /// The one payroll of this project, employer and month; back pay has ids of its own.
    static String idOf(@Nullable String projectId, String employerUscc, YearMonth period) {
        return Ids.of("pr", projectId == null ? "-" : projectId, employerUscc, period.toString());
    }

    /// A new sheet takes the place of a draft's, also of one that was returned. Whoever has confirmed an unchanged line
    /// has confirmed it still.
    Verdict replace(PayrollForms.NewSheet prepared) {
        if (number != prepared.base()) {
            return Verdict.refused(Refusal.Kind.VERSION_CONFLICT, Reason.of("PAYROLL_IS_BEING_CHANGED"));
        }
        return Verdict.guards()
                .require(file.is(PayrollState.DRAFT), "PAYROLL_NOT_DRAFT")
                .then(() -> {
                    hold(prepared.sheet());
                    backPay = prepared.backPay();
                });
    }

    private void hold(Sheet sheet) {
        number = sheet.number();
        content = sheet.content();
        tally = sheet.tally();
        gaps = sheet.gaps();
    }

    /// One line is put right: before it is signed, or after it has been paid.
    void correct(PayrollLine.Wage former, PayrollLine.Wage better, boolean paid, int change) {
        number = change;
        tally = tally.with(better, former, paid);
        content = "corrected-" + change;
    }

    /// The lines some change has marked, as confirmed or as paid, count from now on.
    void reach(int change) {
        number = change;
    }

    /// @param open         lines nobody has confirmed
    /// @param gapsAccepted whether the signer leaves unread rows to back pay, so that the others need not wait
    Verdict sign(long open, boolean gapsAccepted) {
        return Verdict.guards()
                .require(
                        gaps.isEmpty() || gapsAccepted,
                        Reason.of("ROWS_REJECTED").required(0, gaps.size()))
                .require(
                        open == 0,
                        Reason.of("LINES_NOT_CONFIRMED").clause("支付条例 art. 31").required(0, open))
                .verdict();
    }

    /// Goes to the bank that will credit the workers.
    void sentTo(String bank) {
        bankUscc = bank;
    }

    /// Whether the bank may report this: every line credited for `pay` and `complete`, some but not all for `pay_part`.
    Verdict.Guards creditable(int credited, LocalDate paidOn, boolean all, CommandContext context) {
        int missing = tally.unpaid() - credited;
        return Verdict.guards()
                .require(
                        all ? missing == 0 : missing > 0 && credited > 0,
                        Reason.of(all ? "LINES_NOT_CREDITED" : "NOT_A_PART").required(all ? 0 : "some", missing))
                .require(!paidOn.isAfter(context.today()), "PAID_IN_THE_FUTURE");
    }

    /// Some lines have been paid under the change: by the bank, or another way.
    ///
    /// @param all the bank says that this is all
    void paid(Sum credited, int change, LocalDate paidOn, boolean all, CommandContext context) {
        number = change;
        tally = tally.paid(credited.lines(), credited.net());
        if (tally.unpaid() == 0 && gaps.isEmpty()) {
            openDue = null;
        }
        if (all) {
            file.record(PayrollPaid.of(this, paidOn), context);
        }
    }

    /// Nothing is open any more: every line is paid, and back pay has taken up what could not be read.
    Verdict close() {
        return Verdict.guards()
                .require(tally.unpaid() == 0, "LINES_NOT_CREDITED")
                .then(() -> openDue = null);
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

    /// It fell due before the day and is not paid.
    public boolean isOverdueOn(LocalDate day) {
        return openDue != null && openDue.isBefore(day);
    }

    public LocalDate nominalPayday() {
        return nominalPayday;
    }

    public LocalDate effectiveDueDate() {
        return effectiveDueDate;
    }

    public @Nullable BackPay backPay() {
        return backPay;
    }

    public int number() {
        return number;
    }

    public Tally tally() {
        return tally;
    }

    public Money total() {
        return tally.net();
    }

    /// Rows of its sheet that could not be read; some may have been taken up by back pay.
    public List<Gap> gaps() {
        return gaps;
    }

    public @Nullable LocalDate openDue() {
        return openDue;
    }
}
