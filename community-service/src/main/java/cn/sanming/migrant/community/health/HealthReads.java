package cn.sanming.migrant.community.health;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.protect.Audit;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The only door to health data (健康数据查阅): it asks who and why, writes it down, and only then opens the envelope.
@Component
public class HealthReads {

    private static final Set<Purpose> OF_WORKERS =
            Set.of(Purpose.TREATMENT, Purpose.FOLLOW_UP, Purpose.VACCINATION, Purpose.REFERRAL);

    private final MongoTemplate mongo;
    private final Audit audit;

    HealthReads(MongoTemplate mongo, Audit audit) {
        this.mongo = mongo;
        this.audit = audit;
    }

    /// Hands out what is confided; who may not see it does not even learn that it exists.
    ///
    /// @param open decrypts; it is not called before the trail is written
    public <T> Outcome<T> read(SealedNote sealed, @Nullable Purpose purpose, CommandContext context, Supplier<T> open) {
        var actor = context.actor();
        if (sealed.isOwn(actor)) {
            note(sealed, Purpose.OWN, true, context);
            return Outcome.done(open.get());
        }
        if (!sealed.isTreatedBy(actor)) {
            note(sealed, purpose, false, context);
            return Outcome.notFound();
        }
        if (purpose == null || !OF_WORKERS.contains(purpose)) {
            return Outcome.refused(
                    Kind.VALIDATION, Reason.at("/purpose", "PURPOSE_REQUIRED").required(OF_WORKERS, purpose));
        }
        note(sealed, purpose, true, context);
        return Outcome.done(open.get());
    }

    /// Notes that somebody learned something of this record in the course of their own duty.
    public void note(SealedNote sealed, @Nullable Purpose purpose, boolean granted, CommandContext context) {
        if (granted) {
            audit.read(context, sealed.what() + ':' + sealed.recordId(), String.valueOf(purpose));
        }
        mongo.insert(new HealthRead(
                Ids.next("rd"),
                sealed.personId(),
                sealed.guardianIds(),
                context.at(),
                context.actor().id(),
                context.actor().unit(),
                sealed.what(),
                sealed.recordId(),
                purpose,
                granted));
    }

    /// Who has looked into a person's data: for that person and the guardians.
    List<HealthRead> of(String personId, String reader) {
        return mongo
                .find(Query.query(Criteria.where("personId").is(personId)).with(Sort.by("_id")), HealthRead.class)
                .stream()
                .filter(read -> personId.equals(reader) || read.guardianIds().contains(reader))
                .toList();
    }
}
