package cn.sanming.migrant.platform.desk;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.CaseRecord;
import cn.sanming.migrant.platform.lifecycle.Lifecycles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/// All dockets of a service. A desk declares its docket here and moves its cases through here.
public final class Dockets {

    private static final Logger LOG = LoggerFactory.getLogger(Dockets.class);

    private final MongoTemplate mongo;
    private final Lifecycles lifecycles;
    private final Dispatcher dispatcher;
    private final List<Docket<?>> all = new ArrayList<>();

    public Dockets(MongoTemplate mongo, Lifecycles lifecycles) {
        this.mongo = mongo;
        this.lifecycles = lifecycles;
        this.dispatcher = new Dispatcher(mongo);
    }

    /// Declares how cases of this type live.
    ///
    /// @param machine name of the life cycle; @param path where the cases stand over HTTP
    public <A extends CaseRecord> Docket<A> declare(Class<A> type, String machine, String path) {
        var docket = new Docket<>(type, lifecycles.of(machine), path);
        all.add(docket);
        return docket;
    }

    public <A extends CaseRecord> Outcome<A> fire(Docket<A> docket, String id, String command, Act act) {
        return dispatcher.fire(docket, id, command, act);
    }

    public <A extends CaseRecord> Outcome<A> fire(Docket<A> docket, String id, String command, Object body, Act act) {
        return dispatcher.fire(docket, id, command, body, act);
    }

    /// Opens a case through its docket, as the system or on behalf of somebody.
    public <A extends CaseRecord, B> Outcome<A> open(Docket<A> docket, B body, Docket.Opening<A, B> opening, Act act) {
        return dispatcher.open(docket, opening, body, act);
    }

    public <A extends CaseRecord> Optional<A> find(Docket<A> docket, String id) {
        return Optional.ofNullable(mongo.findById(id, docket.type));
    }

    /// Puts a command to every case in some states that a deadline has caught up with; one failure does not stop the
    /// rest.
    ///
    /// @param command what to do with a case, or nothing
    /// @return how many cases were moved
    public <A extends CaseRecord> int sweep(
            Docket<A> docket, Collection<? extends Enum<?>> states, Function<A, @Nullable String> command, Act act) {
        int moved = 0;
        int failed = 0;
        var names = states.stream().map(Enum::name).toList();
        try (var cases = mongo.stream(Query.query(Criteria.where("file.state").in(names)), docket.type)) {
            for (var subject : (Iterable<A>) cases::iterator) {
                var due = command.apply(subject);
                if (due == null) {
                    continue;
                }
                try {
                    if (fire(docket, subject.id(), due, act) instanceof Outcome.Done<A>) {
                        moved++;
                    }
                } catch (RuntimeException e) {
                    failed++;
                    LOG.error("{} of {} failed", due, subject.id(), e);
                }
            }
        }
        if (failed > 0) {
            throw new IllegalStateException(failed + " of the due cases failed; the job runs again");
        }
        return moved;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    public List<Docket<?>> all() {
        return List.copyOf(all);
    }
}
