package cn.sanming.migrant.subsidy.appeal;

import cn.sanming.migrant.subsidy.approval.AppealBook;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Which applications wait for the answer to an appeal.
@Component
class Appeals implements AppealBook {

    private final MongoTemplate mongo;

    Appeals(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public boolean pending(String applicationId) {
        var filed = Criteria.where("applicationId")
                .is(applicationId)
                .and("file.state")
                .is(Appeal.State.FILED.name());
        return mongo.exists(Query.query(filed), Appeal.class);
    }
}
