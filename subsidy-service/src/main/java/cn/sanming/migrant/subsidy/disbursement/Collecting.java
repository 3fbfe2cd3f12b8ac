package cn.sanming.migrant.subsidy.disbursement;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.subsidy.disbursement.PaymentLine.State;
import cn.sanming.migrant.subsidy.disbursement.Payouts.Payable;
import cn.sanming.migrant.subsidy.payee.PayeeAccount;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Gathers what is approved into a batch and lets it go again, some hundred applications at a time. Every step can
/// be taken twice: what a killed run left behind, the next one finishes.
@Component
class Collecting {

    private static final int CHUNK = 500;

    private final MongoTemplate mongo;
    private final Payouts payouts;
    private final PaymentLines lines;
    private final RuleBook rules;

    Collecting(MongoTemplate mongo, Payouts payouts, PaymentLines lines, RuleBook rules) {
        this.mongo = mongo;
        this.payouts = payouts;
        this.lines = lines;
        this.rules = rules;
    }

    /// @return how many applicants have not named an account; their money waits for a later batch
    int collect(PaymentBatch batch, CommandContext context) {
        finishWhatWasTaken(batch);
        int room = rules.context().on(context.today()).integer("subsidy.payment.batch_lines")
                - lines.tally(batch.id()).collected().count();
        int missing = 0;
        String last = null;
        while (room > 0) {
            var due = payouts.due(batch.file().district(), batch.kinds(), last, Math.min(CHUNK, room));
            if (due.isEmpty()) {
                return missing;
            }
            last = due.getLast().applicationId();
            var accounts = accounts(due);
            var ready = ready(batch, due).stream()
                    .filter(each -> accounts.containsKey(each.applicantId()))
                    .toList();
            missing += (int) due.stream()
                    .filter(each -> !accounts.containsKey(each.applicantId()))
                    .count();
            room -= write(batch, payouts.take(batch.id(), ids(ready)), accounts);
        }
        return missing;
    }

    /// Not what was taken out of this batch before, and not what lost its ground after the approval.
    private List<Payable> ready(PaymentBatch batch, List<Payable> due) {
        var lapsed = payouts.lapsed(due);
        var known = lines.among(refs(batch.id(), ids(due))).stream()
                .map(PaymentLine::applicationId)
                .collect(Collectors.toSet());
        return due.stream()
                .filter(each -> !known.contains(each.applicationId()))
                .filter(each -> each.entitlementId() == null || !lapsed.contains(each.entitlementId()))
                .toList();
    }

    private int write(PaymentBatch batch, List<Payable> taken, Map<String, PayeeAccount> accounts) {
        var wanted = taken.stream()
                .filter(each -> accounts.containsKey(each.applicantId()))
                .map(each -> PaymentLine.collected(batch.id(), each, accounts.get(each.applicantId())))
                .toList();
        if (!wanted.isEmpty()) {
            lines.add(wanted);
        }
        return wanted.size();
    }

    private void finishWhatWasTaken(PaymentBatch batch) {
        String last = null;
        while (true) {
            var held = payouts.heldBy(batch.id(), last, CHUNK);
            if (held.isEmpty()) {
                return;
            }
            last = held.getLast().applicationId();
            write(batch, held, accounts(held));
        }
    }

    private Map<String, PayeeAccount> accounts(Collection<Payable> due) {
        var applicants = due.stream().map(Payable::applicantId).distinct().toList();
        return mongo.find(Query.query(Criteria.where("_id").in(applicants)), PayeeAccount.class).stream()
                .collect(Collectors.toMap(PayeeAccount::applicantId, Function.identity()));
    }

    /// Hands the payments to the bank; what was suspended, changed or lapsed since it was collected stays behind.
    void send(PaymentBatch batch) {
        lines.sendAll(batch.id());
        String last = null;
        while (true) {
            var some = lines.page(batch.id(), State.SENT, last, CHUNK);
            if (some.isEmpty()) {
                break;
            }
            last = some.getLast().ref();
            send(batch, some);
        }
        payouts.putBackAll(batch.id());
    }

    private void send(PaymentBatch batch, List<PaymentLine> some) {
        var all = some.stream().map(PaymentLine::applicationId).toList();
        var held = payouts.heldBy(batch.id(), all);
        var lapsed = payouts.lapsed(held);
        var amounts = held.stream()
                .filter(each -> each.entitlementId() == null || !lapsed.contains(each.entitlementId()))
                .collect(Collectors.toMap(Payable::applicationId, Payable::amount));
        var sound = some.stream()
                .filter(line -> line.amount().equals(amounts.get(line.applicationId())))
                .map(PaymentLine::applicationId)
                .toList();
        var gone = payouts.send(batch.id(), sound);
        var left = all.stream().filter(id -> !gone.contains(id)).toList();
        if (!left.isEmpty()) {
            lines.takeOut(refs(batch.id(), left), State.SENT, "NO_LONGER_PAYABLE");
        }
    }

    /// Takes payments out of an open batch; another batch may collect them.
    ///
    /// @return whether all of them stood there
    boolean takeOut(PaymentBatch batch, Collection<String> refs, String why) {
        lines.takeOut(refs, State.COLLECTED, why);
        var out = lines.among(refs).stream()
                .filter(line -> line.batchId().equals(batch.id()) && line.state() == State.TAKEN_OUT)
                .map(PaymentLine::applicationId)
                .toList();
        payouts.putBack(batch.id(), out);
        return out.size() == refs.size();
    }

    /// What was collected while somebody else released the batch does not belong to it.
    void tidy(PaymentBatch batch) {
        lines.takeOutAll(batch.id(), "COLLECTED_TOO_LATE");
        payouts.putBackAll(batch.id());
    }

    private static List<String> ids(Collection<Payable> some) {
        return some.stream().map(Payable::applicationId).toList();
    }

    private static List<String> refs(String batchId, Collection<String> applications) {
        return applications.stream().map(id -> PaymentLine.refOf(batchId, id)).toList();
    }
}
