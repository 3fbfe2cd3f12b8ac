package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.store.IndexContribution;
import java.util.List;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.CompoundIndexDefinition;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/// What every case is found by: its version, the events it owes, its state and its district.
final class CaseIndexes implements IndexContribution {

    @Override
    public List<IndexDefinition> to(Class<?> document) {
        if (!CaseAggregate.class.isAssignableFrom(document)) {
            return List.of();
        }
        return List.of(
                new CompoundIndexDefinition(new Document("_id", 1).append("version", 1)).unique(),
                new Index("file.outbox.pending._id", Sort.Direction.ASC).sparse(),
                new Index(FollowUps.PENDING + "._id", Sort.Direction.ASC).sparse(),
                new Index(CaseStore.OPENED_BY, Sort.Direction.ASC).unique().sparse(),
                new CompoundIndexDefinition(new Document("file.state", 1).append("_id", 1)),
                new CompoundIndexDefinition(new Document("file.district", 1).append("_id", 1)));
    }
}
