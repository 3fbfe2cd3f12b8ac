package cn.sanming.migrant.community.ticket;

import cn.sanming.migrant.community.ticket.TicketAnswer.Standing;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// Gives out tickets and takes them back (取号退号). Each is one conditional write of the store to one document, so the
/// order is the store's own: nobody is served twice, no place is given twice, and nobody has to try again under load.
@Component
public class TicketWindow {

    private static final FindAndModifyOptions NEWEST =
            FindAndModifyOptions.options().returnNew(true);

    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final CourseCapacity capacity;

    /// What one desk gives tickets for.
    ///
    /// @param path     where the thing stands over HTTP
    /// @param open     the state in which tickets are given out and taken back
    /// @param officers who may act for somebody else at the counter
    public record Counter<A extends Ticketed>(Class<A> type, String path, Enum<?> open, Set<String> officers) {}

    TicketWindow(MongoTemplate mongo, RuleBook rules, CourseCapacity capacity) {
        this.mongo = mongo;
        this.rules = rules;
        this.capacity = capacity;
    }

    /// A place, or the next place on the waiting list. A second ticket for the same person is refused.
    public <A extends Ticketed> Outcome<TicketAnswer> take(
            Counter<A> counter, String id, TicketRequest request, CommandContext context) {
        var person = personOf(request, context);
        var before = cover(counter, id);
        var objection = objection(counter, before, request, person, context);
        if (objection != null || person == null) {
            return objection == null ? Outcome.notFound() : objection;
        }
        var ticket = new Ticket(person, context.at(), migrant(request, context));
        var after = mongo.findAndModify(
                Query.query(where(counter, id).and("tickets.personId").ne(person)),
                new Update().push("tickets", ticket).inc("version", 1),
                NEWEST,
                counter.type());
        if (after != null) {
            return Outcome.created(answer(after, person), counter.path());
        }
        return isOpen(counter, id)
                ? Outcome.duplicate(counter.path(), Reason.at("/person_id", "HAS_A_TICKET"))
                : Outcome.refused(Kind.ILLEGAL_TRANSITION, Reason.of("NOT_OPEN"));
    }

    /// The place goes to the first who waits, because everybody behind moves up by one.
    public <A extends Ticketed> Outcome<TicketAnswer> giveBack(
            Counter<A> counter, String id, TicketRequest request, CommandContext context) {
        var person = personOf(request, context);
        var before = cover(counter, id);
        var objection = objection(counter, before, request, person, context);
        if (objection != null || person == null) {
            return objection == null ? Outcome.notFound() : objection;
        }
        var returned = new Returned(person, context.at(), context.actor().id());
        var after = mongo.findAndModify(
                Query.query(where(counter, id).and("tickets.personId").is(person)),
                new Update()
                        .pull("tickets", Query.query(Criteria.where("personId").is(person)))
                        .push("returned", returned)
                        .inc("version", 1),
                NEWEST,
                counter.type());
        if (after != null) {
            return Outcome.done(new TicketAnswer(
                    id, person, Standing.DROPPED, null, null, after.line().left()));
        }
        return isOpen(counter, id)
                ? Outcome.refused(Kind.NOT_FOUND, Reason.at("/person_id", "HAS_NO_TICKET"))
                : Outcome.refused(Kind.ILLEGAL_TRANSITION, Reason.of("NOT_OPEN"));
    }

    /// Where a person stands in the line, in the words of rule COURSE_CAPACITY.
    public TicketAnswer answer(Ticketed subject, String person) {
        var line = subject.line();
        var finding = rules.decide(
                        capacity, new CourseCapacity.Facts(line.capacity(), Math.max(0, line.before(person)), 1))
                .result();
        return new TicketAnswer(
                subject.id(),
                person,
                finding.accepted() ? Standing.ENROLLED : Standing.WAITLISTED,
                finding.error(),
                line.waitingNumber(person),
                line.left());
    }

    /// The case without its line, which may be long.
    private <A extends Ticketed> @Nullable A cover(Counter<A> counter, String id) {
        var query = Query.query(Criteria.where("_id").is(id));
        query.fields().exclude("tickets", "returned");
        return mongo.findOne(query, counter.type());
    }

    /// Role, then district, then state; a person nobody named is a fault of the request.
    private static <A extends Ticketed> @Nullable Outcome<TicketAnswer> objection(
            Counter<A> counter,
            @Nullable A subject,
            TicketRequest request,
            @Nullable String person,
            CommandContext context) {
        var actor = context.actor();
        boolean counterClerk = actor.hasAny(counter.officers());
        if (!counterClerk && (!actor.has("WORKER") || actor.workerId() == null)) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE,
                    Reason.of("FORBIDDEN_ROLE").required("WORKER, " + counter.officers(), actor.roles()));
        }
        if (!counterClerk
                && request.personId() != null
                && !request.personId().value().equals(actor.workerId())) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.at("/person_id", "ONLY_FOR_YOURSELF"));
        }
        if (subject == null) {
            return Outcome.notFound();
        }
        if (counterClerk && !actor.mayActIn(subject.file().district())) {
            return Outcome.refused(Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT"));
        }
        if (!subject.file().is(counter.open())) {
            return Outcome.refused(
                    Kind.ILLEGAL_TRANSITION,
                    Reason.of("NOT_OPEN")
                            .required(counter.open(), subject.file().state()));
        }
        return person == null ? Outcome.refused(Kind.VALIDATION, Reason.at("/person_id", "REQUIRED")) : null;
    }

    private static @Nullable String personOf(TicketRequest request, CommandContext context) {
        return request.personId() == null
                ? context.actor().workerId()
                : request.personId().value();
    }

    private static boolean migrant(TicketRequest request, CommandContext context) {
        return request.migrantWorker() == null ? context.actor().workerId() != null : request.migrantWorker();
    }

    private static Criteria where(Counter<?> counter, String id) {
        return Criteria.where("_id").is(id).and("file.state").is(counter.open().name());
    }

    private boolean isOpen(Counter<?> counter, String id) {
        return mongo.exists(Query.query(where(counter, id)), counter.type());
    }
}
