package cn.sanming.migrant.legalaid.circuit;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A session that was held (巡回庭次); a point has one a day.
@Document("circuit_sessions")
final class CircuitSession implements CaseAggregate {

    private enum State {
        HELD
    }

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String pointId;

    private final LocalDate heldOn;
    private final int cases;

    /// A session as everybody may see it.
    record View(String id, String pointId, LocalDate heldOn, int cases) {}

    CircuitSession(String id, CaseFile file, String pointId, LocalDate heldOn, int cases) {
        this.id = id;
        this.file = file;
        this.pointId = pointId;
        this.heldOn = heldOn;
        this.cases = cases;
    }

    static CircuitSession held(CircuitPoint point, LocalDate on, int cases, CommandContext context) {
        var id = Ids.of("cs", point.id(), on.toString());
        var session = new CircuitSession(
                id, CaseFile.opened(id, State.HELD, point.district(), context), point.id(), on, cases);
        session.file.record(new CircuitHeld(id, point.id(), point.district(), on, cases), context);
        return session;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    View view() {
        return new View(id, pointId, heldOn, cases);
    }
}
