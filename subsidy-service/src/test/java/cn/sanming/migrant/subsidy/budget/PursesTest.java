package cn.sanming.migrant.subsidy.budget;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.test.LocalPlatform;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/// One purse against the real store: every update is conditional and remembers the claim.
class PursesTest {

    private static final MongoTemplate MONGO = new MongoTemplate(
            MongoClients.create(LocalPlatform.store().connectionString()), "purses-" + UUID.randomUUID());

    private final Purses purses = new Purses(MONGO);
    private final Marks marks = new Marks(MONGO);
    private String purse = "";

    @BeforeEach
    void open() {
        purse = "cap:TEST:" + UUID.randomUUID();
        purses.limit(purse, Money.of("1000.00"));
    }

    private static Taking held(String amount) {
        return new Taking.Held(Money.of(amount));
    }

    private static Taking none(String free) {
        return new Taking.Short(Money.of(free));
    }

    @Test
    void reservesOnceHoweverOftenTheSameClaimAsks() {
        assertThat(purses.take(purse, "sa-1", "t1", Money.of("600.00"))).isEqualTo(held("600.00"));
        assertThat(purses.take(purse, "sa-1", "t2", Money.of("600.00"))).isEqualTo(held("600.00"));
        assertThat(purses.takenByOthers(purse, "sa-2")).isEqualTo(Money.of("600.00"));
        assertThat(purses.takenByOthers(purse, "sa-1")).isEqualTo(Money.ZERO);
    }

    @Test
    void refusesWhatIsAFenTooMuchAndGivesWhatIsExactlyLeft() {
        purses.take(purse, "sa-1", "t", Money.of("600.00"));
        assertThat(purses.take(purse, "sa-2", "t", Money.of("400.01"))).isEqualTo(none("400.00"));
        assertThat(purses.take(purse, "sa-2", "t", Money.of("400.00"))).isEqualTo(held("400.00"));
        assertThat(purses.take(purse, "sa-3", "t", Money.of("0.01"))).isEqualTo(none("0.00"));
    }

    @Test
    void paysThePartialLastAmountUnderACap() {
        purses.takeUpTo(purse, "sa-1", "t", Money.of("800.00"));
        assertThat(purses.takeUpTo(purse, "sa-2", "t", Money.of("500.00"))).isEqualTo(held("200.00"));
        assertThat(purses.takeUpTo(purse, "sa-3", "t", Money.of("500.00"))).isEqualTo(none("0.00"));
    }

    @Test
    void givesBackOnlyToWhoeverReservedLast() {
        purses.take(purse, "sa-1", "t1", Money.of("600.00"));
        purses.take(purse, "sa-1", "t2", Money.of("600.00"));
        purses.release(purse, "sa-1", "t1");
        assertThat(purses.open(purse, "sa-1")).isPresent();
        purses.release(purse, "sa-1", "t2");
        purses.release(purse, "sa-1", "t2");
        assertThat(purses.open(purse, "sa-1")).isEmpty();
        assertThat(purses.take(purse, "sa-2", "t", Money.of("1000.00"))).isEqualTo(held("1000.00"));
    }

    @Test
    void settlesAndTakesMoneyBackOnce() {
        purses.take(purse, "sa-1", "t", Money.of("1000.00"));
        purses.settle(purse, "sa-1");
        purses.settle(purse, "sa-1");
        assertThat(purses.takenByOthers(purse, "sa-2")).isEqualTo(Money.of("1000.00"));
        purses.giveBack(purse, "sa-1", Money.of("1000.00"));
        purses.giveBack(purse, "sa-1", Money.of("1000.00"));
        assertThat(purses.takenByOthers(purse, "sa-2")).isEqualTo(Money.ZERO);
        assertThat(purses.take(purse, "sa-2", "t", Money.of("1000.01"))).isEqualTo(none("1000.00"));
    }

    @Test
    void followsItsLimitUpAndDownWithoutForgettingWhatIsTaken() {
        purses.take(purse, "sa-1", "t", Money.of("900.00"));
        purses.limit(purse, Money.of("500.00"));
        assertThat(purses.take(purse, "sa-2", "t", Money.of("0.01"))).isEqualTo(none("0.00"));
        purses.limit(purse, Money.of("950.00"));
        assertThat(purses.take(purse, "sa-2", "t", Money.of("50.00"))).isEqualTo(held("50.00"));
    }

    @Test
    void allotsTheSameBudgetOnce() {
        var budget = "budget:M99:350404:" + UUID.randomUUID();
        purses.allot(budget, "bu-1", Money.of("100.00"));
        purses.allot(budget, "bu-1", Money.of("100.00"));
        purses.allot(budget, "bu-2", Money.of("50.00"));
        purses.allot(budget, "bu-1", Money.of("120.00"));
        assertThat(purses.take(budget, "sa-1", "t", Money.of("170.01"))).isEqualTo(none("170.00"));
    }

    @Test
    void neverGivesMoreThanThereIsWhenAllAskForDifferentAmountsAtOnce() throws Exception {
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Future<Taking>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int claim : IntStream.range(0, 100).toArray()) {
                Callable<Taking> taking = () -> {
                    start.await();
                    return purses.takeUpTo(purse, "sa-" + claim, "t", Money.of(7 + claim % 13));
                };
                answers.add(threads.submit(taking));
            }
            start.countDown();
        }
        var given = new ArrayList<Money>();
        for (var answer : answers) {
            if (answer.get() instanceof Taking.Held(Money amount)) {
                given.add(amount);
            }
        }
        assertThat(Money.sum(given.stream())).isEqualTo(Money.of("1000.00"));
        assertThat(purses.takenByOthers(purse, "sa-x")).isEqualTo(Money.of("1000.00"));
    }

    @Test
    void leavesAMarkToOneClaim() {
        var mark = "TEST:" + UUID.randomUUID();
        assertThat(marks.take(mark, "sa-1", "t1")).isTrue();
        assertThat(marks.take(mark, "sa-1", "t2")).isTrue();
        assertThat(marks.take(mark, "sa-2", "t3")).isFalse();
        marks.release(mark, "sa-1", "t1");
        assertThat(marks.takenByAnother(mark, "sa-2")).isTrue();
        marks.release(mark, "sa-1", "t2");
        assertThat(marks.take(mark, "sa-2", "t3")).isTrue();
        assertThat(List.of(marks.takenByAnother(mark, "sa-2"), marks.takenByAnother(mark, "sa-1")))
                .containsExactly(false, true);
    }
}
