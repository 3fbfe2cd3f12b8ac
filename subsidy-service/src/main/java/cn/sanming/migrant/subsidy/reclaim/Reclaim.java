package cn.sanming.migrant.subsidy.reclaim;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.approval.ReclaimBook.Owed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// What one applicant has to pay back for one application (应追回款项), and what has come in so far; measures 2, 3, 4,
/// 6.
@Document("reclaims")
@CompoundIndex(def = "{'file.state': 1, 'file.district': 1}")
@CompoundIndex(def = "{'file.district': 1}")
final class Reclaim implements CaseAggregate {

    enum State {
        PROPOSED,
        ORDERED,
        SETTLED,
        DROPPED
    }

    enum Cause {
        CERTIFICATE_REVOKED,
        FALSE_STATEMENT
    }

    /// @param number the receipt of the treasury (缴款书编号), unique within the case
    record Repayment(String number, Money amount, LocalDate receivedOn) {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final String applicationId;

    @Indexed
    private final String debtor;

    private final String kind;
    private final Money amount;
    private final Cause cause;
    private final List<Repayment> repayments;
    private @Nullable LocalDate orderedOn;

    Reclaim(
            String id,
            CaseFile file,
            String applicationId,
            String debtor,
            String kind,
            Money amount,
            Cause cause,
            List<Repayment> repayments) {
        this.id = id;
        this.file = file;
        this.applicationId = applicationId;
        this.debtor = debtor;
        this.kind = kind;
        this.amount = amount;
        this.cause = cause;
        this.repayments = repayments;
    }

    /// One for each application, whatever is heard of it how often.
    static String idOf(String applicationId) {
        return Ids.of("rc", applicationId);
    }

    static Reclaim proposed(Owed owed, Cause cause, CommandContext context) {
        var id = idOf(owed.applicationId());
        return new Reclaim(
                id,
                CaseFile.opened(id, State.PROPOSED, owed.district(), context),
                owed.applicationId(),
                owed.applicantId(),
                owed.kind(),
                owed.amount(),
                cause,
                new ArrayList<>());
    }

    Verdict order(LocalDate on) {
        orderedOn = on;
        return Verdict.granted();
    }

    Verdict receive(Repayment received, CommandContext context) {
        if (repayments.contains(received)) {
            return Verdict.granted();
        }
        return Verdict.guards()
                .require(file.is(State.ORDERED), "NOTHING_ORDERED")
                .require(
                        repayments.stream().noneMatch(known -> known.number().equals(received.number())),
                        Reason.at("/number", "RECEIPT_NUMBER_USED"))
                .require(received.amount().isPositive(), Reason.at("/amount", "POSITIVE"))
                .require(
                        received.amount().atMost(open()),
                        Reason.at("/amount", "MORE_THAN_OWED").required(open(), received.amount()))
                .require(
                        !received.receivedOn().isAfter(context.today()), Reason.at("/received_on", "DAY_IN_THE_FUTURE"))
                .then(() -> repayments.add(received));
    }

    /// Books what is still open, if nothing has come in before, and closes.
    Verdict settle(CommandContext context) {
        return Verdict.guards()
                .require(
                        open().isZero() || repayments.isEmpty(),
                        Reason.of("PARTLY_REPAID").required(amount, received()))
                .then(() -> {
                    if (repayments.isEmpty()) {
                        repayments.add(new Repayment("IN_FULL", amount, context.today()));
                    }
                });
    }

    private Money received() {
        return Money.sum(repayments.stream().map(Repayment::amount));
    }

    /// The open balance (未缴余额).
    Money open() {
        return file.is(State.DROPPED) ? Money.ZERO : amount.minusOrZero(received());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String applicationId() {
        return applicationId;
    }

    String debtor() {
        return debtor;
    }

    String kind() {
        return kind;
    }

    Money amount() {
        return amount;
    }

    Cause cause() {
        return cause;
    }

    List<Repayment> repayments() {
        return List.copyOf(repayments);
    }

    @Nullable
    LocalDate orderedOn() {
        return orderedOn;
    }
}
