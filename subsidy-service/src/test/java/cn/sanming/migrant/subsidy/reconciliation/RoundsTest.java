package cn.sanming.migrant.subsidy.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.test.LocalPlatform;
import cn.sanming.migrant.subsidy.ledger.LedgerBench;
import cn.sanming.migrant.subsidy.ledger.Recount;
import cn.sanming.migrant.subsidy.ledger.ReservationState;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/// A round of the reconciler asks for what is stale, however much is open.
class RoundsTest {

    private static final int OPEN = 5_000;
    private static final String LINE = "budget:M99:350404:2024";

    private final AtomicInteger commands = new AtomicInteger();
    private final MongoTemplate mongo = new MongoTemplate(
            MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(new com.mongodb.ConnectionString(LocalPlatform.storeUri()))
                    .addCommandListener(new CommandListener() {
                        @Override
                        public void commandStarted(CommandStartedEvent event) {
                            commands.incrementAndGet();
                        }
                    })
                    .build()),
            "rounds-" + UUID.randomUUID());

    /// Every claim is approved.
    private static final ReservationOwner APPROVED = new ReservationOwner() {
        @Override
        public boolean owns(String claim) {
            return true;
        }

        @Override
        public Map<String, Standing> standings(Collection<String> claims) {
            return claims.stream()
                    .collect(Collectors.toMap(
                            claim -> claim,
                            claim -> new Standing(claim, 1, _ -> new Wanted(ReservationState.HELD, Money.of("1.00")))));
        }

        @Override
        public boolean fence(Standing seen) {
            return true;
        }
    };

    private int commandsOf(ReservationReconciler reconciler) {
        commands.set(0);
        reconciler.round();
        return commands.get();
    }

    private ReservationReconciler later(Duration since) {
        var bench = new LedgerBench(mongo, Clock.offset(Clock.systemUTC(), since));
        return new ReservationReconciler(bench.reservations(), bench.uniqueness(), List.of(APPROVED), bench.machine());
    }

    @Test
    void asksTheSameFewQuestionsWith5000OpenApprovalsAsWithNone() {
        var bench = new LedgerBench(mongo, Clock.systemUTC());
        bench.lines().limit(LINE, Money.of(OPEN));
        int withNone = commandsOf(later(Duration.ofMinutes(1)));

        bench.reservations().hold(LINE, "sa-0", "t", Money.of("1.00"));
        multiply();
        while (later(Duration.ofMinutes(1)).round()) {
            assertThat(watched()).isLessThan(OPEN);
        }
        assertThat(watched()).as("each is confirmed once").isZero();

        assertThat(commandsOf(later(Duration.ofMinutes(2)))).isEqualTo(withNone).isLessThan(5);
        assertThat(mongo.getCollection("reservations").countDocuments()).isEqualTo(OPEN);
        Recount.agrees(mongo);
    }

    private long watched() {
        return mongo.count(Query.query(Criteria.where("watch").exists(true)), "reservations");
    }

    /// As many as wanted, as the one that is there.
    private void multiply() {
        var one = mongo.getCollection("reservations").find().first();
        for (int i = 1; i < OPEN; i++) {
            var other = new Document(one);
            other.put("_id", "sa-" + i + '|' + LINE);
            other.put("claim", "sa-" + i);
            mongo.getCollection("reservations").insertOne(other);
        }
        mongo.updateFirst(
                new Query(), new Update().set("committed", OPEN * 100L).set("free", 0L), "budget-lines");
    }

    @Test
    void leavesTheTurnToOneInstance() {
        var turns = List.of(
                new ReservationRounds(later(Duration.ZERO), mongo, null),
                new ReservationRounds(later(Duration.ZERO), mongo, null));
        assertThat(turns.stream().filter(ReservationRounds::ours)).hasSize(1);
    }
}
