package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.events.Outbox;
import cn.sanming.migrant.platform.events.OutboxOwner;

/// An aggregate whose life is a case: one document with an id, a version (`@Version`) and a case file.
public interface CaseAggregate extends OutboxOwner {

    CaseFile file();

    @Override
    default Outbox outbox() {
        return file().outbox();
    }
}
