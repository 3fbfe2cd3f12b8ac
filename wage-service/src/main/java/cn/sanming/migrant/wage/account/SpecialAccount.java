package cn.sanming.migrant.wage.account;

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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// The special account of one project (工资专用账户). There is no way to take money out of it but a payroll of this
/// project; 支付条例 art. 33.
@Document("special_accounts")
final class SpecialAccount implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    private final Terms terms;

    private Money balance;

    private List<FundedMonth> months;

    private List<Movement.Credit> credits;

    private List<Movement.Withdrawal> withdrawals;

    private @Nullable LocalDate openedOn;

    private @Nullable String agreement;

    private @Nullable LocalDate fileBy;

    private @Nullable LocalDate filedOn;

    private @Nullable LocalDate objectionUntil;

    private @Nullable LocalDate closedOn;

    /// @param bank               name of the bank, and its code
    /// @param labourCostPerMonth what the owner pays every month unless a report says otherwise
    /// @param fundingDay         day of the next month by which it has to be there
    /// @param openBy             last day to open it after the construction contract
    record Terms(
            @Indexed(unique = true) String projectId,
            @Indexed String ownerUscc,
            @Indexed String contractorUscc,
            String bank,
            @Indexed String bankUscc,
            Money labourCostPerMonth,
            int fundingDay,
            LocalDate openBy) {}

    SpecialAccount(
            String id,
            CaseFile file,
            Terms terms,
            Money balance,
            List<FundedMonth> months,
            List<Movement.Credit> credits,
            List<Movement.Withdrawal> withdrawals) {
        this.id = id;
        this.file = file;
        this.terms = terms;
        this.balance = balance;
        this.months = months;
        this.credits = credits;
        this.withdrawals = withdrawals;
    }

    static SpecialAccount registered(Terms terms, @Nullable String district, CommandContext context) {
        var id = idOf(terms.projectId());
        return new SpecialAccount(
                id,
                CaseFile.opened(id, AccountState.PENDING, district, context),
                terms,
                Money.ZERO,
                List.of(),
                List.of(),
                List.of());
    }

    static String idOf(String projectId) {
        return Ids.of("sa", projectId);
    }

    /// Opening late is a breach (art. 55), but an account opened late is better than none.
    Verdict open(String threePartyAgreement, LocalDate filingDue, CommandContext context) {
        openedOn = context.today();
        agreement = threePartyAgreement;
        fileBy = filingDue;
        return Verdict.granted();
    }

    Verdict filed(CommandContext context) {
        return Verdict.guards().require(openedOn != null, "ACCOUNT_NOT_OPEN").then(() -> filedOn = context.today());
    }

    /// The bank reports a credit for a month; the same reference again changes nothing.
    Verdict credit(Movement.Credit credit, LocalDate today) {
        var known = credits.stream()
                .filter(one -> one.reference().equals(credit.reference()))
                .findFirst();
        if (known.isPresent()) {
            return Verdict.guards()
                    .require(known.get().equals(credit), "REFERENCE_USED_FOR_ANOTHER_CREDIT")
                    .verdict();
        }
        return Verdict.guards()
                .require(file.is(AccountState.OPEN, AccountState.CLOSING_PUBLICITY), "ACCOUNT_NOT_OPEN")
                .require(credit.amount().isPositive(), "AMOUNT_NOT_POSITIVE")
                .require(!credit.receivedOn().isAfter(today), "RECEIVED_IN_THE_FUTURE")
                .then(() -> {
                    credits = plus(credits, credit);
                    balance = balance.plus(credit.amount());
                    put(month(credit.period()).plus(credit.amount()));
                });
    }

    /// What was due for a month. A report about a month that is over shows at once whether it was funded.
    Verdict report(
            YearMonth period,
            Money required,
            @Nullable Money received,
            Predicate<FundedMonth> funded,
            CommandContext context) {
        var month = month(period).requiring(required);
        return Verdict.guards()
                .require(file.is(AccountState.OPEN, AccountState.CLOSING_PUBLICITY), "ACCOUNT_NOT_OPEN")
                .require(!period.isAfter(YearMonth.from(context.today())), "PERIOD_IN_THE_FUTURE")
                .require(
                        received == null || received.equals(month.received()),
                        Reason.of("RECEIVED_DIFFERS_FROM_CREDITS").required(month.received(), received))
                .then(() -> {
                    put(month);
                    if (period.isBefore(YearMonth.from(context.today()))) {
                        examine(period, funded, context);
                    }
                });
    }

    /// Publishes the shortfall of a month, once.
    ///
    /// @return whether that is news
    boolean examine(YearMonth period, Predicate<FundedMonth> funded, CommandContext context) {
        var month = month(period);
        if (month.alertedOn() != null || funded.test(month)) {
            return false;
        }
        put(month.alerted(context.today()));
        file.record(new AccountUnderfunded(id, terms.projectId(), period, month.required(), month.received()), context);
        return true;
    }

    /// The last day on which the labour cost of a month may arrive.
    LocalDate fundingDue(YearMonth period) {
        var next = period.plusMonths(1);
        return next.atDay(Math.min(terms.fundingDay(), next.lengthOfMonth()));
    }

    /// Takes out the total of one payroll, once.
    ///
    /// @return whether it is, or was, taken
    boolean withdraw(String payrollId, Money amount, LocalDate on) {
        if (withdrew(payrollId)) {
            return true;
        }
        if (!file.is(AccountState.OPEN) || !balance.atLeast(amount)) {
            return false;
        }
        withdrawals = plus(withdrawals, new Movement.Withdrawal(payrollId, amount, on));
        balance = balance.minus(amount);
        return true;
    }

    boolean withdrew(String payrollId) {
        return withdrawals.stream().anyMatch(one -> one.reference().equals(payrollId));
    }

    Verdict requestClose(boolean completed, boolean arrears, LocalDate until) {
        return closable(completed, arrears).then(() -> objectionUntil = until);
    }

    Verdict close(boolean completed, boolean arrears, CommandContext context) {
        return closable(completed, arrears)
                .require(
                        objectionUntil != null && context.today().isAfter(objectionUntil),
                        Reason.of("PUBLICITY_NOT_OVER")
                                .clause("支付条例 art. 27")
                                .required(objectionUntil, context.today()))
                .then(() -> closedOn = context.today());
    }

    private static Verdict.Guards closable(boolean completed, boolean arrears) {
        return Verdict.guards()
                .require(completed, Reason.of("PROJECT_NOT_COMPLETED").clause("支付条例 art. 27"))
                .require(!arrears, Reason.of("OPEN_ARREARS").clause("支付条例 art. 27"));
    }

    private FundedMonth month(YearMonth period) {
        return find(period).orElseGet(() -> FundedMonth.of(period, terms.labourCostPerMonth()));
    }

    private Optional<FundedMonth> find(YearMonth period) {
        return months.stream().filter(month -> month.period().equals(period)).findFirst();
    }

    private void put(FundedMonth month) {
        var changed = new ArrayList<>(months);
        changed.removeIf(known -> known.period().equals(month.period()));
        changed.add(month);
        changed.sort(Comparator.comparing(FundedMonth::period));
        months = changed;
    }

    private static <T> List<T> plus(List<T> list, T one) {
        var more = new ArrayList<>(list);
        more.add(one);
        return more;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    Terms terms() {
        return terms;
    }

    Money balance() {
        return balance;
    }

    List<FundedMonth> months() {
        return months;
    }

    List<YearMonth> underfunded() {
        return months.stream()
                .filter(FundedMonth::unsettled)
                .map(FundedMonth::period)
                .toList();
    }

    @Nullable
    LocalDate openedOn() {
        return openedOn;
    }

    @Nullable
    String agreement() {
        return agreement;
    }

    @Nullable
    LocalDate fileBy() {
        return fileBy;
    }

    @Nullable
    LocalDate filedOn() {
        return filedOn;
    }

    @Nullable
    LocalDate objectionUntil() {
        return objectionUntil;
    }

    @Nullable
    LocalDate closedOn() {
        return closedOn;
    }
}
