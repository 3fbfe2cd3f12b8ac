package cn.sanming.migrant.subsidy.disbursement;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// Payments that go to the bank together (付款批次). Who gathers them does not release them; measures 2, 3, 4, 6.
@Document("payment-batches")
@CompoundIndex(def = "{'file.state': 1, 'file.district': 1}")
@CompoundIndex(def = "{'file.district': 1}")
public final class PaymentBatch implements CaseAggregate {

    public enum State {
        OPEN,
        RELEASED,
        SETTLED
    }

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final List<String> kinds;
    private Tally tally = Tally.EMPTY;
    private int withoutAccount;
    private @Nullable LocalDate releasedOn;

    public PaymentBatch(String id, CaseFile file, List<String> kinds) {
        this.id = id;
        this.file = file;
        this.kinds = kinds;
    }

    public static PaymentBatch opened(@Nullable String district, List<String> kinds, CommandContext context) {
        var id = Ids.next("pb");
        return new PaymentBatch(id, CaseFile.opened(id, State.OPEN, district, context), List.copyOf(kinds));
    }

    /// Four eyes: whoever opened the batch or gathered its payments does not release it.
    public Verdict mayRelease(CommandContext context) {
        var user = context.actor().id();
        if (file.createdBy().equals(user) || file.hasActed(user, "collect")) {
            return Verdict.refused(Refusal.Kind.FOUR_EYES, Reason.of("FOUR_EYES"));
        }
        return Verdict.granted();
    }

    public Verdict release(Tally sent, CommandContext context) {
        return Verdict.guards().require(sent.sent().count() > 0, "EMPTY_BATCH").then(() -> {
            tally = sent;
            releasedOn = context.today();
        });
    }

    public Verdict whileOpen() {
        return Verdict.guards().require(file.is(State.OPEN), "BATCH_NOT_OPEN").verdict();
    }

    /// @param missing how many applicants have not named an account
    public void collected(Tally now, int missing) {
        tally = now;
        withoutAccount = missing;
    }

    public void counted(Tally now) {
        tally = now;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    public List<String> kinds() {
        return kinds;
    }

    public Tally tally() {
        return tally;
    }

    public int withoutAccount() {
        return withoutAccount;
    }

    @Nullable
    public LocalDate releasedOn() {
        return releasedOn;
    }
}
