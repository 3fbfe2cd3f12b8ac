package cn.sanming.migrant.subsidy.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.test.LocalPlatform;
import cn.sanming.migrant.subsidy.ledger.LedgerBench;
import cn.sanming.migrant.subsidy.ledger.Recount;
import cn.sanming.migrant.subsidy.ledger.ReservationState;
import cn.sanming.migrant.subsidy.ledger.StoreCut;
import cn.sanming.migrant.subsidy.ledger.StoreCut.Place;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;

/// The connection to the store is cut at every single write of a move, before and after the store has done it, and
/// then again while the reconciler repairs it. Every time the ledger adds up in the end, to the fen.
class CutTest {

    private static final Money AMOUNT = Money.of("300.00");
    private static final Money LIMIT = Money.of("1000.00");
    private static final String LINE = "budget:M99:350404:2024";

    private final String database = "cuts-" + UUID.randomUUID();
    private final MongoTemplate mongo = new MongoTemplate(MongoClients.create(LocalPlatform.storeUri()), database);
    private final Standings owner = new Standings();
    private StoreCut cut;
    private LedgerBench cutOff;
    private LedgerBench later;
    private MongoTemplate through;
    private Duration since = Duration.ZERO;

    /// What the claims of this test have decided.
    private static final class Standings implements ReservationOwner {
        private ReservationState wanted = ReservationState.RELEASED;

        @Override
        public boolean owns(String claim) {
            return true;
        }

        @Override
        public Map<String, Standing> standings(Collection<String> claims) {
            return claims.stream()
                    .collect(Collectors.toMap(
                            claim -> claim, claim -> new Standing(claim, 1, _ -> new Wanted(wanted, AMOUNT))));
        }

        @Override
        public boolean fence(Standing seen) {
            return true;
        }
    }

    @BeforeEach
    void open() throws Exception {
        cut = new StoreCut(LocalPlatform.storeUri());
        through = new MongoTemplate(MongoClients.create(cut.connectionString()), database);
        cutOff = new LedgerBench(through, Clock.systemUTC());
        later = cutOff;
        cutOff.lines().limit(LINE, LIMIT);
    }

    @AfterEach
    void close() throws Exception {
        cut.close();
    }

    static Stream<Arguments> everyWriteOfAMove() {
        var places = new ArrayList<Arguments>();
        for (int write = 1; write <= 4; write++) {
            for (var place : Place.values()) {
                places.add(Arguments.of(write, place));
            }
        }
        return places.stream();
    }

    /// A minute later than the last one.
    private ReservationReconciler reconciler() {
        since = since.plusMinutes(1);
        later = new LedgerBench(through, Clock.offset(Clock.systemUTC(), since));
        return new ReservationReconciler(later.reservations(), later.uniqueness(), List.of(owner), later.machine());
    }

    /// Repairs, with the connection cut at each write of the repair in turn, until one repair comes through.
    private void repairs() {
        for (int write = 1; write <= 20; write++) {
            for (var place : Place.values()) {
                cut.at(write, place);
                var failed = catchThrowable(() -> reconciler().round());
                assertThat(failed == null || failed instanceof DataAccessException)
                        .as("%s", failed)
                        .isTrue();
            }
            if (!cut.heal()) {
                break;
            }
        }
        reconciler().round();
        Recount.agrees(mongo);
    }

    private void cutAt(int write, Place place, Runnable move) {
        cut.at(write, place);
        assertThat(catchThrowable(move::run)).isInstanceOf(DataAccessException.class);
        assertThat(cut.heal()).as("the write came").isTrue();
    }

    private Money taken() {
        return later.reservations().takenByOthers(LINE, "nobody");
    }

    @ParameterizedTest
    @MethodSource("everyWriteOfAMove")
    void givesBackWhatNoSavedApprovalStandsBehind(int write, Place place) {
        cutAt(write, place, () -> cutOff.reservations().hold(LINE, "sa-1", "t", AMOUNT));
        owner.wanted = ReservationState.RELEASED;

        repairs();

        assertThat(taken()).isEqualTo(Money.ZERO);
        cutOff.reservations().hold(LINE, "sa-2", "t", LIMIT);
        assertThat(taken()).as("all of it can be had again").isEqualTo(LIMIT);
    }

    @ParameterizedTest
    @MethodSource("everyWriteOfAMove")
    void reservesOnceWhenTheApprovalIsRepeatedAfterTheCut(int write, Place place) {
        cutAt(write, place, () -> cutOff.reservations().hold(LINE, "sa-1", "t1", AMOUNT));
        cutOff.reservations().hold(LINE, "sa-1", "t2", AMOUNT);
        owner.wanted = ReservationState.HELD;

        repairs();

        assertThat(taken()).isEqualTo(AMOUNT);
    }

    @ParameterizedTest
    @MethodSource("everyWriteOfAMove")
    void spendsOnceWhatIsPaid(int write, Place place) {
        cutOff.reservations().hold(LINE, "sa-1", "t", AMOUNT);
        owner.wanted = ReservationState.SPENT;
        cutAt(write, place, () -> reconcilerOfNow().follow("sa-1"));

        repairs();
        comesAgain();

        assertThat(cutOff.states("sa-1")).containsExactly(ReservationState.SPENT);
        assertThat(taken()).isEqualTo(AMOUNT);
    }

    @ParameterizedTest
    @MethodSource("everyWriteOfAMove")
    void givesBackOnceWhatIsUndoneAndWhatIsRepaid(int write, Place place) {
        cutOff.reservations().hold(LINE, "sa-1", "t", AMOUNT);
        owner.wanted = ReservationState.SPENT;
        reconcilerOfNow().follow("sa-1");
        owner.wanted = ReservationState.RELEASED;
        cutAt(write, place, () -> reconcilerOfNow().follow("sa-1"));

        repairs();
        comesAgain();

        assertThat(cutOff.states("sa-1")).containsExactly(ReservationState.RELEASED);
        assertThat(taken()).isEqualTo(Money.ZERO);
    }

    /// An event is repeated until its reaction is done.
    private void comesAgain() {
        reconcilerOfNow().follow("sa-1");
        Recount.agrees(mongo);
    }

    private ReservationReconciler reconcilerOfNow() {
        return new ReservationReconciler(cutOff.reservations(), cutOff.uniqueness(), List.of(owner), cutOff.machine());
    }
}
