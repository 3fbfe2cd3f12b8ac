package cn.sanming.migrant.subsidy.approval;

import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.appraisal.Entitlements;
import cn.sanming.migrant.subsidy.claim.Receipt;
import cn.sanming.migrant.subsidy.claim.State;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Component;

/// Where money leaves and comes back (出纳): by hand, or as the bank's return file says; never twice.
@Component
public class Cashier {

    private final BankWord bank;
    private final ReclaimBook reclaims;
    private final Entitlements entitlements;

    public record Said(@NotBlank @Size(max = 500) String reason) {}

    public record Found(@NotBlank @Size(max = 500) String finding) {}

    public Cashier(BankWord bank, ReclaimBook reclaims, Entitlements entitlements) {
        this.bank = bank;
        this.reclaims = reclaims;
        this.entitlements = entitlements;
    }

    /// An application in a batch is paid when the bank says so, on the day the bank says; any other by hand, today.
    public Verdict pay(SubsidyApplication application, Money amount, CommandContext context) {
        var payout = application.payout();
        if (payout != null) {
            return bank.paidOn(payout.batchId(), application.id())
                    .map(day -> application.pay(amount, day, context))
                    .orElseGet(() -> Verdict.guardFailed("IN_A_PAYMENT_BATCH"));
        }
        var entitlement = application.claim().entitlementId();
        if (entitlement != null && entitlements.cancelled(entitlement)) {
            return Verdict.guardFailed("ENTITLEMENT_CANCELLED");
        }
        return application.pay(amount, context.today(), context);
    }

    public Verdict repay(SubsidyApplication application, Money amount, CommandContext context) {
        var verdict = application.repay(amount);
        if (verdict instanceof Verdict.Refused) {
            return verdict;
        }
        var ordered = application.file().last("claw_back").orElseThrow().at();
        return reclaims.repaid(
                new ReclaimBook.Owed(
                        application.id(),
                        application.applicantId(),
                        application.claim().kind().name(),
                        application.claim().district(),
                        amount,
                        new CommandContext(context.actor(), ordered, context.correlationId(), null, null).today()),
                context);
    }

    public static Verdict confirm(SubsidyApplication application, Command.Nothing body, CommandContext context) {
        return Verdict.guards()
                .require(application.file().is(State.PAID), "NOT_PAID_YET")
                .then(() -> application.note(Receipt.confirmed(context)));
    }

    public static Verdict dispute(SubsidyApplication application, Said body, CommandContext context) {
        var known = application.receipt();
        return Verdict.guards()
                .require(application.file().is(State.PAID), "NOT_PAID_YET")
                .require(known == null || !known.is(Receipt.Status.CONFIRMED), "RECEIPT_CONFIRMED_ALREADY")
                .then(() -> application.note(Receipt.disputed(body.reason(), context)));
    }

    public static Verdict answer(SubsidyApplication application, Found body, CommandContext context) {
        var known = application.receipt();
        if (known == null || !known.is(Receipt.Status.DISPUTED)) {
            return Verdict.guardFailed("NO_DISPUTED_RECEIPT");
        }
        application.note(known.answered(body.finding(), context));
        return Verdict.granted();
    }
}
