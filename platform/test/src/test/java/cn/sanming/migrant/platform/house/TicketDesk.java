package cn.sanming.migrant.platform.house;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

@Component
class TicketDesk {

    final Docket<Ticket> docket;
    final AtomicInteger reactions = new AtomicInteger();
    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final TicketLimit limit;

    record Open(String number, Money amount, String district) {}

    record View(String id, String number, Money amount, String state) {}

    record Finished(Money amount) {}

    TicketDesk(Dockets dockets, MongoTemplate mongo, RuleBook rules, TicketLimit limit) {
        this.mongo = mongo;
        this.rules = rules;
        this.limit = limit;
        this.docket = dockets.declare(Ticket.class, "Ticket", "/api/v1/tickets/tickets")
                .opens(Open.class, Set.of("EMPLOYER"), this::open)
                .notes("remark", Set.of("OWNER_FIRM", "CLERK"), Docket.Because.class, (_, _, _) -> Verdict.granted())
                .on("check")
                .on("finish", this::finish)
                .on("drop")
                .firm("OWNER_FIRM", "owner", ticket -> ticket.owner)
                .shownAs(View.class, ticket -> new View(ticket.id, ticket.number, ticket.amount, ticket.file.state()));
    }

    private Outcome<Ticket> open(Open body, Act act) {
        var other = mongo.findOne(Query.query(Criteria.where("number").is(body.number())), Ticket.class);
        return other == null
                ? Outcome.created(
                        Ticket.open(body.number(), act.actor().creditCode(), body.amount(), body.district(), act), "")
                : Outcome.duplicate(docket.path() + "/" + other.id);
    }

    private Verdict finish(Ticket ticket, Act act) {
        if (ticket.file.hasActed(act.actor().id(), "check")) {
            return Verdict.refused(Refusal.Kind.FOUR_EYES, Reason.of("FOUR_EYES"));
        }
        var decision = rules.decide(limit, new TicketLimit.Facts(ticket.amount, act.today(), ticket.file.district()));
        return Verdict.guards()
                .require(
                        decision.result().accepted(),
                        Reason.of("TOO_MUCH").required(decision.result().most(), ticket.amount))
                .then(() -> ticket.finish(act));
    }

    @OnEvent("ticket.ticket.finished")
    void count(Finished finished, Received event) {
        if (finished.amount().equals(Money.of("13.13"))) {
            throw new IllegalStateException("a reaction with a bug");
        }
        reactions.incrementAndGet();
    }
}
