package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.lifecycle.Lifecycles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;

/// All case definitions of a service. A desk declares its case definition here and moves its cases through here.
public final class Cases {

    private final MongoTemplate mongo;
    private final Lifecycles lifecycles;
    private final Dispatcher dispatcher;
    private final List<CaseDefinition<?>> all = new ArrayList<>();

    public Cases(MongoTemplate mongo, Lifecycles lifecycles) {
        this.mongo = mongo;
        this.lifecycles = lifecycles;
        this.dispatcher = new Dispatcher(mongo);
    }

    /// Declares how cases of this type live.
    ///
    /// @param machine name of the life cycle; @param path where the cases stand over HTTP
    public <A extends CaseAggregate> CaseDefinition<A> declare(Class<A> type, String machine, String path) {
        var definition = new CaseDefinition<>(type, lifecycles.of(machine), path);
        all.add(definition);
        return definition;
    }

    public <A extends CaseAggregate> Outcome<A> fire(
            CaseDefinition<A> definition, String id, String command, CommandContext context) {
        return dispatcher.fire(definition, id, command, context);
    }

    public <A extends CaseAggregate> Outcome<A> fire(
            CaseDefinition<A> definition, String id, String command, Object body, CommandContext context) {
        return dispatcher.fire(definition, id, command, body, context);
    }

    /// Opens a case through its case definition, as the system or on behalf of somebody.
    public <A extends CaseAggregate, B> Outcome<A> open(
            CaseDefinition<A> definition, B body, CaseDefinition.Opening<A, B> opening, CommandContext context) {
        return dispatcher.open(definition, opening, body, context);
    }

    public <A extends CaseAggregate> Optional<A> find(CaseDefinition<A> definition, String id) {
        return Optional.ofNullable(mongo.findById(id, definition.type));
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    public List<CaseDefinition<?>> all() {
        return List.copyOf(all);
    }
}
