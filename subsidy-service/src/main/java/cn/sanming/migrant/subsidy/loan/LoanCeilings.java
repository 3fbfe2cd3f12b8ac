package cn.sanming.migrant.subsidy.loan;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Effect;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.subsidy.ledger.BudgetLineId;
import cn.sanming.migrant.subsidy.ledger.BudgetLines;
import cn.sanming.migrant.subsidy.ledger.ReservationState;
import cn.sanming.migrant.subsidy.ledger.Reservations;
import cn.sanming.migrant.subsidy.ledger.Reserved;
import cn.sanming.migrant.subsidy.loan.GuaranteedLoan.Kind;
import cn.sanming.migrant.subsidy.loan.GuaranteedLoan.State;
import cn.sanming.migrant.subsidy.reconciliation.ReservationOwner;
import cn.sanming.migrant.subsidy.reconciliation.ReservationReconciler;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// What one borrower may have in all (贷款额度和次数): the ceiling of what is open, and how often in a life. Both are
/// reserved when a loan is opened, asked for again at every later step, and free again when it ends unpaid or repaid.
@Component
class LoanCeilings implements ReservationOwner {

    private static final Effect<Moved> FOLLOW = Effect.of("followCeilingOfLoan", Moved.class);
    private static final Money ONCE = Money.of(1);
    private static final String CEILING = "LOAN";
    private static final String TIMES = "LOAN_TIMES";

    private final MongoTemplate mongo;
    private final BudgetLines lines;
    private final Reservations reservations;
    private final RuleBook rules;

    record Moved() {}

    LoanCeilings(
            Cases cases,
            MongoTemplate mongo,
            BudgetLines lines,
            Reservations reservations,
            RuleBook rules,
            ObjectProvider<ReservationReconciler> reconciler) {
        this.mongo = mongo;
        this.lines = lines;
        this.reservations = reservations;
        this.rules = rules;
        cases.define(FOLLOW, (loan, _, _) -> reconciler.getObject().follow(loan));
    }

    /// Reserves what a loan needs, all or nothing; repeated, it changes nothing.
    Optional<Refusal> reserve(GuaranteedLoan loan, Money amount) {
        var token = UUID.randomUUID().toString();
        var share = share(loan, amount);
        lines.limit(ceiling(loan), limit(loan));
        if (reservations.hold(ceiling(loan), loan.id(), token, share) instanceof Reserved.Insufficient(Money free)) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.CAP_REACHED, Reason.of("LOAN_CEILING_REACHED").required(free, share)));
        }
        if (firm(loan)) {
            return Optional.empty();
        }
        int most = rules.context().on(loan.applicationDate()).integer("loan.individual.max_times");
        lines.limit(times(loan), Money.of(most));
        if (reservations.hold(times(loan), loan.id(), token, ONCE) instanceof Reserved.Held) {
            return Optional.empty();
        }
        reservations.release(ceiling(loan), loan.id(), token);
        return Optional.of(
                Refusal.of(Refusal.Kind.NOT_ELIGIBLE, Reason.of("LOANS_USED_UP").required(most, most)));
    }

    /// A borrower's own part: partners bring their own ceilings, and never more than one ceiling each.
    private Money share(GuaranteedLoan loan, Money amount) {
        var partners = loan.request().partners();
        var each = loan.request().kind() == Kind.PARTNERSHIP && partners != null
                ? Money.of(amount.amount().divide(BigDecimal.valueOf(partners), 2, RoundingMode.UP))
                : amount;
        return each.min(limit(loan));
    }

    private Money limit(GuaranteedLoan loan) {
        return rules.context().on(loan.applicationDate()).money(firm(loan) ? "loan.small.cap" : "loan.individual.cap");
    }

    private static boolean firm(GuaranteedLoan loan) {
        return loan.request().kind() == Kind.SMALL_ENTERPRISE;
    }

    private static String ceiling(GuaranteedLoan loan) {
        return BudgetLineId.ofCap(CEILING, loan.borrowerId(), "");
    }

    private static String times(GuaranteedLoan loan) {
        return BudgetLineId.ofCap(TIMES, loan.borrowerId(), "");
    }

    /// The loan has moved on, or has ended: once that is saved, what it reserved follows.
    static Verdict moved(GuaranteedLoan loan, Verdict verdict) {
        return verdict.then(FOLLOW.on(loan.id(), new Moved()));
    }

    @Override
    public boolean owns(String claim) {
        return claim.startsWith("gl-");
    }

    @Override
    public Map<String, Standing> standings(Collection<String> claims) {
        return mongo.find(Query.query(Criteria.where("_id").in(claims)), GuaranteedLoan.class).stream()
                .map(this::standing)
                .collect(Collectors.toMap(Standing::claim, each -> each));
    }

    private Standing standing(GuaranteedLoan loan) {
        return new Standing(
                loan.id(),
                Objects.requireNonNullElse(loan.version(), 0L),
                line -> line.equals(times(loan))
                        ? new Wanted(timesOf(loan), ONCE)
                        : new Wanted(ceilingOf(loan), share(loan, loan.wanted())));
    }

    private static ReservationState ceilingOf(GuaranteedLoan loan) {
        return switch (State.valueOf(loan.file().state())) {
            case SUBMITTED, QUALIFIED, GUARANTEED, BANK_APPROVED -> ReservationState.HELD;
            case DISBURSED, OVERDUE, COMPENSATED -> ReservationState.SPENT;
            case REJECTED, WITHDRAWN, REPAID -> ReservationState.RELEASED;
        };
    }

    private static ReservationState timesOf(GuaranteedLoan loan) {
        return loan.file().is(State.REPAID) ? ReservationState.SPENT : ceilingOf(loan);
    }

    /// A loan that has ended is decided on no more.
    @Override
    public boolean fence(Standing seen) {
        return true;
    }
}
