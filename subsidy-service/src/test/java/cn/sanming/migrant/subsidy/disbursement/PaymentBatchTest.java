package cn.sanming.migrant.subsidy.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.disbursement.Tally.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Who may let a batch go, and when.
class PaymentBatchTest {

    private static final Part TWO = Part.NONE.plus(Money.of("1300.00")).plus(Money.of("0.01"));
    private static final Tally READY = new Tally(Part.NONE, Part.NONE, TWO, Part.NONE, Part.NONE);

    private final PaymentBatch batch = PaymentBatch.opened("350404", List.of(), by("opener"));

    private static CommandContext by(String user) {
        var actor = new Actor(user, Set.of("FINANCE_OFFICER"), null, null, null, null);
        return new CommandContext(actor, Instant.parse("2024-07-03T01:00:00Z"), "test", null, null);
    }

    private static Refusal refusal(Verdict verdict) {
        return ((Verdict.Refused) verdict).refusal();
    }

    @Test
    void isNotReleasedByWhoOpenedIt() {
        assertThat(refusal(batch.mayRelease(by("opener"))).kind()).isEqualTo(Refusal.Kind.FOUR_EYES);
        assertThat(batch.mayRelease(by("another"))).isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void isNotReleasedByWhoGatheredItsPayments() {
        batch.file().move("collect", "OPEN", "FINANCE_OFFICER", by("gatherer"), null);
        assertThat(refusal(batch.mayRelease(by("gatherer"))).kind()).isEqualTo(Refusal.Kind.FOUR_EYES);
        assertThat(batch.mayRelease(by("another"))).isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void isNotReleasedEmptyAndKeepsItsTally() {
        assertThat(refusal(batch.release(Tally.EMPTY, by("another")))
                        .reasons()
                        .getFirst()
                        .code())
                .isEqualTo("EMPTY_BATCH");
        assertThat(batch.releasedOn()).isNull();
    }

    @Test
    void countsToTheFenWhatItSends() {
        assertThat(batch.release(READY, by("another"))).isInstanceOf(Verdict.Granted.class);
        assertThat(batch.releasedOn()).isEqualTo(LocalDate.of(2024, 7, 3));
        assertThat(batch.tally().sent().count()).isEqualTo(2);
        assertThat(batch.tally().sent().total()).isEqualTo(Money.of("1300.01"));
    }

    @Test
    void gathersNothingMoreOnceItIsReleased() {
        assertThat(batch.whileOpen()).isInstanceOf(Verdict.Granted.class);
        batch.file().move("release", "RELEASED", "FINANCE_OFFICER", by("another"), null);
        assertThat(refusal(batch.whileOpen()).reasons().getFirst().code()).isEqualTo("BATCH_NOT_OPEN");
    }
}
