package cn.sanming.migrant.subsidy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.test.LocalPlatform;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/// Reservations on one line against the real store: four writes each, and every update is conditional.
class ReservationsTest {

    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(LocalPlatform.storeUri()), "reservations-" + UUID.randomUUID());
    private final BudgetLines lines = new BudgetLines(mongo);
    private final Reservations reservations = new Reservations(mongo, lines);
    private final GrantUniqueness uniqueness = new GrantUniqueness(mongo);
    private String line = "";

    @BeforeEach
    void open() {
        line = "cap:TEST:" + UUID.randomUUID();
        lines.limit(line, Money.of("1000.00"));
    }

    @AfterEach
    void addsUp() {
        Recount.agrees(mongo);
    }

    private Reserved hold(String claim, String token, String amount) {
        return reservations.hold(line, claim, token, Money.of(amount));
    }

    private Reserved holdUpTo(String claim, String amount) {
        return reservations.holdUpTo(line, claim, "t", Money.of(amount));
    }

    private Reservation of(String claim) {
        return reservations.of(claim).getFirst();
    }

    private static Reserved held(String amount) {
        return new Reserved.Held(Money.of(amount));
    }

    private static Reserved none(String free) {
        return new Reserved.Insufficient(Money.of(free));
    }

    @Test
    void reservesOnceHoweverOftenTheSameClaimAsks() {
        assertThat(hold("sa-1", "t1", "600.00")).isEqualTo(held("600.00"));
        assertThat(hold("sa-1", "t2", "600.00")).isEqualTo(held("600.00"));
        assertThat(reservations.takenByOthers(line, "sa-2")).isEqualTo(Money.of("600.00"));
        assertThat(reservations.takenByOthers(line, "sa-1")).isEqualTo(Money.ZERO);
    }

    @Test
    void refusesWhatIsAFenTooMuchAndGivesWhatIsExactlyLeft() {
        hold("sa-1", "t", "600.00");
        assertThat(hold("sa-2", "t", "400.01")).isEqualTo(none("400.00"));
        assertThat(hold("sa-2", "t", "400.00")).isEqualTo(held("400.00"));
        assertThat(hold("sa-3", "t", "0.01")).isEqualTo(none("0.00"));
    }

    @Test
    void paysThePartialLastAmountUnderACap() {
        holdUpTo("sa-1", "800.00");
        assertThat(holdUpTo("sa-2", "500.00")).isEqualTo(held("200.00"));
        assertThat(holdUpTo("sa-3", "500.00")).isEqualTo(none("0.00"));
    }

    @Test
    void followsAnAmountUpAndDownAndKeepsWhatItHasWhereMoreIsNotThere() {
        hold("sa-1", "t", "600.00");
        assertThat(hold("sa-1", "t", "500.00")).isEqualTo(held("500.00"));
        hold("sa-2", "t", "300.00");
        assertThat(hold("sa-1", "t", "700.01")).isEqualTo(none("700.00"));
        assertThat(of("sa-1").amount()).isEqualTo(50_000);
        assertThat(hold("sa-1", "t", "700.00")).isEqualTo(held("700.00"));
    }

    @Test
    void givesBackOnlyToWhoeverReservedLast() {
        hold("sa-1", "t1", "600.00");
        hold("sa-1", "t2", "600.00");
        reservations.release(line, "sa-1", "t1");
        assertThat(of("sa-1").state()).isEqualTo(ReservationState.HELD);
        reservations.release(line, "sa-1", "t2");
        reservations.release(line, "sa-1", "t2");
        assertThat(of("sa-1").state()).isEqualTo(ReservationState.RELEASED);
        assertThat(hold("sa-2", "t", "1000.00")).isEqualTo(held("1000.00"));
    }

    @Test
    void spendsAndTakesMoneyBackOnce() {
        hold("sa-1", "t", "1000.00");
        reservations.spend(of("sa-1"), Money.of("1000.00"));
        reservations.spend(of("sa-1"), Money.of("1000.00"));
        assertThat(reservations.takenByOthers(line, "sa-2")).isEqualTo(Money.of("1000.00"));
        reservations.release(of("sa-1"), "t");
        reservations.release(of("sa-1"), "t");
        assertThat(reservations.takenByOthers(line, "sa-2")).isEqualTo(Money.ZERO);
        assertThat(hold("sa-2", "t", "1000.01")).isEqualTo(none("1000.00"));
    }

    @Test
    void followsItsLimitUpAndDownAndShowsWhatIsOverdrawn() {
        hold("sa-1", "t", "900.00");
        lines.limit(line, Money.of("500.00"));
        assertThat(hold("sa-2", "t", "0.01")).isEqualTo(none("0.00"));
        assertThat(BudgetLine.balance(lines.find(line).orElseThrow().free())).isEqualTo("-400.00");
        lines.limit(line, Money.of("950.00"));
        assertThat(hold("sa-2", "t", "50.00")).isEqualTo(held("50.00"));
    }

    @Test
    void allotsTheSameBudgetOnce() {
        var budget = "budget:M99:350404:" + UUID.randomUUID();
        lines.allot(budget, "bu-1", Money.of("100.00"));
        lines.allot(budget, "bu-1", Money.of("100.00"));
        lines.allot(budget, "bu-2", Money.of("50.00"));
        lines.allot(budget, "bu-1", Money.of("120.00"));
        assertThat(reservations.hold(budget, "sa-1", "t", Money.of("170.01"))).isEqualTo(none("170.00"));
    }

    @Test
    void neverGivesMoreThanThereIsWhenAllAskForDifferentAmountsAtOnce() throws Exception {
        var given = new ArrayList<Money>();
        for (var answer : atOnce(100, i -> holdUpTo("sa-" + i, Integer.toString(7 + i % 13)))) {
            if (answer instanceof Reserved.Held(Money amount)) {
                given.add(amount);
            }
        }
        assertThat(Money.sum(given.stream())).isEqualTo(Money.of("1000.00"));
        assertThat(reservations.takenByOthers(line, "sa-x")).isEqualTo(Money.of("1000.00"));
    }

    @Test
    void givesTheLast500YuanToOneOf200WhoAskAtOnce() throws Exception {
        hold("sa-before", "t", "500.00");
        assertThat(atOnce(200, i -> hold("sa-" + i, "t", "500.00")))
                .filteredOn(Reserved.Held.class::isInstance)
                .hasSize(1);
    }

    @Test
    void reservesOnceWhenTheSameClaimAsksFromManyHandsAtOnce() throws Exception {
        assertThat(atOnce(8, i -> hold("sa-1", "t" + i, "600.00"))).containsOnly(held("600.00"));
        assertThat(reservations.takenByOthers(line, "sa-2")).isEqualTo(Money.of("600.00"));
    }

    @Test
    void takesBackAMoveThatWasGivenUpAndComesLateAfterAll() {
        var slow = mongo.insert(Reservation.asked("sa-1", line, "t", Instant.parse("2024-10-08T01:00:00Z")));
        reservations.settle(slow);
        lines.carry(line, slow.key(), slow.shift(ReservationState.HELD, 60_000), Optional.empty());
        assertThat(lines.find(line).orElseThrow().committed()).isEqualTo(60_000);

        reservations.tidy();

        assertThat(of("sa-1").state()).isEqualTo(ReservationState.RELEASED);
        assertThat(hold("sa-2", "t", "1000.00")).isEqualTo(held("1000.00"));
    }

    @Test
    void remembersNothingOfMovesThatAreOver() {
        for (int i = 0; i < 50; i++) {
            hold("sa-" + i, "t", "1.00");
            reservations.spend(of("sa-" + i), Money.of("1.00"));
        }
        assertThat(lines.find(line).orElseThrow().inFlight()).isEmpty();
    }

    private static List<Reserved> atOnce(int many, IntFunction<Reserved> asking) throws Exception {
        var start = new CountDownLatch(1);
        var running = new ArrayList<Future<Reserved>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i : IntStream.range(0, many).toArray()) {
                Callable<Reserved> one = () -> {
                    start.await();
                    return asking.apply(i);
                };
                running.add(threads.submit(one));
            }
            start.countDown();
        }
        var answers = new ArrayList<Reserved>();
        for (var one : running) {
            answers.add(one.get());
        }
        return answers;
    }

    @Test
    void leavesAMarkToOneClaim() {
        var mark = "TEST:" + UUID.randomUUID();
        assertThat(uniqueness.take(List.of(mark), "sa-1", "t1")).isTrue();
        assertThat(uniqueness.take(List.of(mark), "sa-1", "t2")).isTrue();
        assertThat(uniqueness.take(List.of(mark + "-other", mark), "sa-2", "t3"))
                .isFalse();
        assertThat(uniqueness.takenByAnother(mark + "-other", "sa-1"))
                .as("all or none")
                .isFalse();
        uniqueness.release(List.of(mark), "sa-1", "t1");
        assertThat(uniqueness.takenByAnother(mark, "sa-2")).isTrue();
        uniqueness.release(List.of(mark), "sa-1", "t2");
        assertThat(uniqueness.take(List.of(mark), "sa-2", "t3")).isTrue();
        assertThat(uniqueness.takenByAnother(mark, "sa-1")).isTrue();
    }
}
