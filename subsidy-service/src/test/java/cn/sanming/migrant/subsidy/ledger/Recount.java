package cn.sanming.migrant.subsidy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.data.mongodb.core.MongoTemplate;

/// Counts the ledger anew, by brute force: each line against all reservations on it.
public final class Recount {

    private Recount() {}

    /// Every line adds up, and nothing is under way any more.
    public static void agrees(MongoTemplate mongo) {
        var all = mongo.findAll(Reservation.class);
        for (var line : mongo.findAll(BudgetLine.class)) {
            long held = sum(all, line, ReservationState.HELD);
            long spent = sum(all, line, ReservationState.SPENT);
            assertThat(line.committed()).as("committed on " + line).isEqualTo(held);
            assertThat(line.spent()).as("spent on " + line).isEqualTo(spent);
            assertThat(line.free()).as("free on " + line).isEqualTo(line.limit() - held - spent);
            assertThat(line.inFlight()).as("under way on " + line).isEmpty();
            assertThat(line.busy()).as("busy on " + line).isZero();
        }
        assertThat(all).as("half done").allMatch(each -> each.moving() == null);
    }

    private static long sum(Iterable<Reservation> all, BudgetLine line, ReservationState state) {
        long sum = 0;
        for (var each : all) {
            if (each.line().equals(line.id()) && each.state() == state) {
                sum += each.amount();
            }
        }
        return sum;
    }
}
