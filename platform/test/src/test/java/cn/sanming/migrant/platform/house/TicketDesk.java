package cn.sanming.migrant.platform.house;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.cases.Effect;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

@Component
class TicketDesk {

    static final Command<Ticket, Open> OPEN = Command.of("openTicket", Open.class);
    static final Command<Ticket, Command.Because> REMARK = Command.because("remarkTicket");
    static final Command<Ticket, Command.Nothing> CHECK = Command.of("checkTicket");
    static final Command<Ticket, Command.Nothing> FINISH = Command.of("finishTicket");
    static final Command<Ticket, Command.Nothing> DROP = Command.of("dropTicket");

    static final Command<Ticket, Command.Nothing> ANNOUNCE = Command.of("announceTicket");
    static final Effect<Announced> PUT_UP = Effect.of("putUpTicket", Announced.class);

    final Set<String> announced = ConcurrentHashMap.newKeySet();
    volatile boolean boardIsBroken;
    final CaseDefinition<Ticket> definition;
    final AtomicInteger reactions = new AtomicInteger();
    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final TicketLimit limit;

    record Open(String number, Money amount, String district) {}

    record View(String id, String number, Money amount, String state) {}

    record Finished(Money amount) {}

    record Announced(String number) {}

    TicketDesk(Cases cases, MongoTemplate mongo, RuleBook rules, TicketLimit limit) {
        this.mongo = mongo;
        this.rules = rules;
        this.limit = limit;
        cases.define(PUT_UP, this::putUp);
        this.definition = cases.define(Ticket.class, "Ticket", "/api/v1/tickets/tickets")
                .opens(OPEN, Set.of("EMPLOYER"), this::open)
                .notes(REMARK, Set.of("OWNER_FIRM", "CLERK"), (_, _, _) -> Verdict.granted())
                .notes(ANNOUNCE, Set.of("CLERK"), (ticket, _, _) -> Verdict.granted()
                        .then(PUT_UP.on(ticket.id, new Announced(ticket.number))))
                .on(CHECK)
                .on(FINISH, this::finish)
                .on(DROP)
                .firm("OWNER_FIRM", "owner", ticket -> ticket.owner)
                .shownAs(View.class, ticket -> new View(ticket.id, ticket.number, ticket.amount, ticket.file.state()));
    }

    private void putUp(String id, Announced what, CommandContext context) {
        if (boardIsBroken) {
            throw new IllegalStateException("the board is broken");
        }
        announced.add(id + ' ' + what.number());
    }

    private Outcome<Ticket> open(Open body, CommandContext context) {
        var other = mongo.findOne(Query.query(Criteria.where("number").is(body.number())), Ticket.class);
        return other == null
                ? Outcome.created(
                        Ticket.open(
                                body.number(), context.actor().creditCode(), body.amount(), body.district(), context),
                        "")
                : Outcome.duplicate(definition.path() + "/" + other.id);
    }

    private Verdict finish(Ticket ticket, CommandContext context) {
        if (ticket.file.hasActed(context.actor().id(), "check")) {
            return Verdict.refused(Refusal.Kind.FOUR_EYES, Reason.of("FOUR_EYES"));
        }
        var decision =
                rules.decide(limit, new TicketLimit.Facts(ticket.amount, context.today(), ticket.file.district()));
        return Verdict.guards()
                .require(
                        decision.result().accepted(),
                        Reason.of("TOO_MUCH").required(decision.result().most(), ticket.amount))
                .then(() -> ticket.finish(context));
    }

    @OnEvent(value = "ticket.ticket.finished", id = "count-finished-ticket")
    void count(Finished finished, Received event) {
        if (finished.amount().equals(Money.of("13.13"))) {
            throw new IllegalStateException("a reaction with a bug");
        }
        reactions.incrementAndGet();
    }
}
