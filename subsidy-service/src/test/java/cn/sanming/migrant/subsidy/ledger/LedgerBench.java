package cn.sanming.migrant.subsidy.ledger;

import java.time.Clock;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;

/// The ledger on a bench: without a service around it, over any connection and at any time.
public record LedgerBench(BudgetLines lines, Reservations reservations, GrantUniqueness uniqueness, Clock machine) {

    public LedgerBench(MongoTemplate mongo, Clock machine) {
        this(new BudgetLines(mongo), machine, mongo);
    }

    private LedgerBench(BudgetLines lines, Clock machine, MongoTemplate mongo) {
        this(lines, new Reservations(mongo, lines, machine), new GrantUniqueness(mongo, machine), machine);
    }

    public List<ReservationState> states(String claim) {
        return reservations.of(claim).stream().map(Reservation::state).toList();
    }
}
