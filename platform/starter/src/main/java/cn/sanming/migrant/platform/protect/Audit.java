package cn.sanming.migrant.platform.protect;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;

/// The audit trail (审计留痕): who read unmasked personal data, of which record, for what purpose.
public final class Audit {

    private final MongoTemplate mongo;

    @Document("audit")
    record Entry(
            @Id String id, Instant at, String who, String unit, String what, String purpose, String correlationId) {}

    public Audit(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// Written before the data is handed out: no trail, no data.
    public void read(CommandContext context, String what, String purpose) {
        var unit = context.actor().unit();
        mongo.insert(new Entry(
                Ids.next("au"),
                context.at(),
                context.actor().id(),
                unit == null ? "" : unit,
                what,
                purpose,
                context.correlationId()));
    }
}
