package cn.sanming.migrant.subsidy.disbursement;

import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.protect.FieldCipher.Sealed;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.disbursement.Payouts.Payable;
import cn.sanming.migrant.subsidy.payee.PayeeAccount;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// One payment of a batch (付款明细): one application, its amount and the account as it was named when it was collected.
///
/// @param ref  what the bank knows the payment by; it follows from batch and application, so none stands there twice
/// @param note why it was taken out, or why the bank could not pay
@Document("payment-lines")
@CompoundIndex(def = "{'batchId': 1, 'state': 1}")
public record PaymentLine(
        @Id String ref,
        String batchId,
        String applicationId,
        String kind,
        Money amount,
        Sealed holder,
        Sealed account,
        State state,
        @Nullable String note,
        @Nullable LocalDate paidOn) {

    public enum State {
        COLLECTED,
        TAKEN_OUT,
        SENT,
        PAID,
        FAILED
    }

    public static String refOf(String batchId, String applicationId) {
        return Ids.of("pl", batchId, applicationId);
    }

    public static PaymentLine collected(String batchId, Payable due, PayeeAccount account) {
        return new PaymentLine(
                refOf(batchId, due.applicationId()),
                batchId,
                due.applicationId(),
                due.kind(),
                due.amount(),
                account.holder(),
                account.number(),
                State.COLLECTED,
                null,
                null);
    }
}
