package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was paid in a case (支付凭证): the receipts, which workers confirmed, and the day the last yuan came.
final class Payments {

    private List<Receipt> receipts = new ArrayList<>();
    private Set<String> confirmed = new LinkedHashSet<>();
    private @Nullable LocalDate paidOn;

    /// Takes receipts; one that was handed in before counts once, and none may bear its number and say something else.
    Verdict.Guards take(List<Receipt> handedIn, Collection<String> personIds, LocalDate today) {
        var guards = Verdict.guards();
        for (var receipt : handedIn) {
            var known = receipts.stream()
                    .filter(earlier -> earlier.number().equals(receipt.number()))
                    .findFirst();
            guards.require(
                            known.filter(earlier -> !earlier.saysTheSameAs(receipt))
                                    .isEmpty(),
                            "RECEIPT_NUMBER_USED")
                    .require(!receipt.paidOn().isAfter(today), "PAID_IN_THE_FUTURE")
                    .require(
                            receipt.lines().stream().allMatch(line -> personIds.contains(line.personId())),
                            "WORKER_WITHOUT_CLAIM");
            if (known.isEmpty()) {
                receipts.add(receipt);
            }
        }
        return guards;
    }

    /// The last day somebody paid becomes the day everything was paid.
    void complete() {
        paidOn =
                receipts.stream().map(Receipt::paidOn).max(LocalDate::compareTo).orElseThrow();
    }

    /// Workers confirm that they got everything.
    Verdict confirm(Collection<String> persons, Reckoning all) {
        return Verdict.guards()
                .require(paidOn != null, "NOT_PAID_YET")
                .require(all.personIds().containsAll(persons), "WORKER_WITHOUT_CLAIM")
                .then(() -> confirmed.addAll(persons));
    }

    Verdict.Guards allConfirmed(Reckoning all) {
        var missing = all.personIds().stream()
                .filter(person -> !confirmed.contains(person))
                .count();
        return Verdict.guards()
                .require(missing == 0, Reason.of("WORKERS_NOT_CONFIRMED").required(0, missing));
    }

    List<Receipt> receipts() {
        return receipts;
    }

    Set<String> confirmed() {
        return confirmed;
    }

    @Nullable
    LocalDate paidOn() {
        return paidOn;
    }
}
