package cn.sanming.migrant.subsidy.ledger;

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

/// One budgetLine against the real store: every update is conditional and remembers the claim.
class BudgetLinesTest {

    private static final MongoTemplate MONGO =
            new MongoTemplate(MongoClients.create(LocalPlatform.storeUri()), "budgetLines-" + UUID.randomUUID());

    private final BudgetLines budgetLines = new BudgetLines(MONGO);
    private final GrantUniqueness uniqueness = new GrantUniqueness(MONGO);
    private String budgetLine = "";

    @BeforeEach
    void open() {
        budgetLine = "cap:TEST:" + UUID.randomUUID();
        budgetLines.limit(budgetLine, Money.of("1000.00"));
    }

    private static Reservation held(String amount) {
        return new Reservation.Held(Money.of(amount));
    }

    private static Reservation none(String free) {
        return new Reservation.Insufficient(Money.of(free));
    }

    @Test
    void reservesOnceHoweverOftenTheSameClaimAsks() {
        assertThat(budgetLines.take(budgetLine, "sa-1", "t1", Money.of("600.00")))
                .isEqualTo(held("600.00"));
        assertThat(budgetLines.take(budgetLine, "sa-1", "t2", Money.of("600.00")))
                .isEqualTo(held("600.00"));
        assertThat(budgetLines.takenByOthers(budgetLine, "sa-2")).isEqualTo(Money.of("600.00"));
        assertThat(budgetLines.takenByOthers(budgetLine, "sa-1")).isEqualTo(Money.ZERO);
    }

    @Test
    void refusesWhatIsAFenTooMuchAndGivesWhatIsExactlyLeft() {
        budgetLines.take(budgetLine, "sa-1", "t", Money.of("600.00"));
        assertThat(budgetLines.take(budgetLine, "sa-2", "t", Money.of("400.01")))
                .isEqualTo(none("400.00"));
        assertThat(budgetLines.take(budgetLine, "sa-2", "t", Money.of("400.00")))
                .isEqualTo(held("400.00"));
        assertThat(budgetLines.take(budgetLine, "sa-3", "t", Money.of("0.01"))).isEqualTo(none("0.00"));
    }

    @Test
    void paysThePartialLastAmountUnderACap() {
        budgetLines.takeUpTo(budgetLine, "sa-1", "t", Money.of("800.00"));
        assertThat(budgetLines.takeUpTo(budgetLine, "sa-2", "t", Money.of("500.00")))
                .isEqualTo(held("200.00"));
        assertThat(budgetLines.takeUpTo(budgetLine, "sa-3", "t", Money.of("500.00")))
                .isEqualTo(none("0.00"));
    }

    @Test
    void givesBackOnlyToWhoeverReservedLast() {
        budgetLines.take(budgetLine, "sa-1", "t1", Money.of("600.00"));
        budgetLines.take(budgetLine, "sa-1", "t2", Money.of("600.00"));
        budgetLines.release(budgetLine, "sa-1", "t1");
        assertThat(budgetLines.open(budgetLine, "sa-1")).isPresent();
        budgetLines.release(budgetLine, "sa-1", "t2");
        budgetLines.release(budgetLine, "sa-1", "t2");
        assertThat(budgetLines.open(budgetLine, "sa-1")).isEmpty();
        assertThat(budgetLines.take(budgetLine, "sa-2", "t", Money.of("1000.00")))
                .isEqualTo(held("1000.00"));
    }

    @Test
    void settlesAndTakesMoneyBackOnce() {
        budgetLines.take(budgetLine, "sa-1", "t", Money.of("1000.00"));
        budgetLines.settle(budgetLine, "sa-1");
        budgetLines.settle(budgetLine, "sa-1");
        assertThat(budgetLines.takenByOthers(budgetLine, "sa-2")).isEqualTo(Money.of("1000.00"));
        budgetLines.giveBack(budgetLine, "sa-1", Money.of("1000.00"));
        budgetLines.giveBack(budgetLine, "sa-1", Money.of("1000.00"));
        assertThat(budgetLines.takenByOthers(budgetLine, "sa-2")).isEqualTo(Money.ZERO);
        assertThat(budgetLines.take(budgetLine, "sa-2", "t", Money.of("1000.01")))
                .isEqualTo(none("1000.00"));
    }

    @Test
    void followsItsLimitUpAndDownWithoutForgettingWhatIsTaken() {
        budgetLines.take(budgetLine, "sa-1", "t", Money.of("900.00"));
        budgetLines.limit(budgetLine, Money.of("500.00"));
        assertThat(budgetLines.take(budgetLine, "sa-2", "t", Money.of("0.01"))).isEqualTo(none("0.00"));
        budgetLines.limit(budgetLine, Money.of("950.00"));
        assertThat(budgetLines.take(budgetLine, "sa-2", "t", Money.of("50.00"))).isEqualTo(held("50.00"));
    }

    @Test
    void allotsTheSameBudgetOnce() {
        var budget = "budget:M99:350404:" + UUID.randomUUID();
        budgetLines.allot(budget, "bu-1", Money.of("100.00"));
        budgetLines.allot(budget, "bu-1", Money.of("100.00"));
        budgetLines.allot(budget, "bu-2", Money.of("50.00"));
        budgetLines.allot(budget, "bu-1", Money.of("120.00"));
        assertThat(budgetLines.take(budget, "sa-1", "t", Money.of("170.01"))).isEqualTo(none("170.00"));
    }

    @Test
    void neverGivesMoreThanThereIsWhenAllAskForDifferentAmountsAtOnce() throws Exception {
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Future<Reservation>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int claim : IntStream.range(0, 100).toArray()) {
                Callable<Reservation> taking = () -> {
                    start.await();
                    return budgetLines.takeUpTo(budgetLine, "sa-" + claim, "t", Money.of(7 + claim % 13));
                };
                answers.add(threads.submit(taking));
            }
            start.countDown();
        }
        var given = new ArrayList<Money>();
        for (var answer : answers) {
            if (answer.get() instanceof Reservation.Held(Money amount)) {
                given.add(amount);
            }
        }
        assertThat(Money.sum(given.stream())).isEqualTo(Money.of("1000.00"));
        assertThat(budgetLines.takenByOthers(budgetLine, "sa-x")).isEqualTo(Money.of("1000.00"));
    }

    @Test
    void leavesAMarkToOneClaim() {
        var mark = "TEST:" + UUID.randomUUID();
        assertThat(uniqueness.take(mark, "sa-1", "t1")).isTrue();
        assertThat(uniqueness.take(mark, "sa-1", "t2")).isTrue();
        assertThat(uniqueness.take(mark, "sa-2", "t3")).isFalse();
        uniqueness.release(mark, "sa-1", "t1");
        assertThat(uniqueness.takenByAnother(mark, "sa-2")).isTrue();
        uniqueness.release(mark, "sa-1", "t2");
        assertThat(uniqueness.take(mark, "sa-2", "t3")).isTrue();
        assertThat(List.of(uniqueness.takenByAnother(mark, "sa-2"), uniqueness.takenByAnother(mark, "sa-1")))
                .containsExactly(false, true);
    }
}
