package cn.sanming.migrant.wage.cases;

import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// On which site the wages of a case are owed (欠薪所属项目): only the deposit of that site may be drawn; 支付条例 art. 32.
@Component
public class CaseSites {

    private final MongoTemplate mongo;

    CaseSites(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// Nothing where the case is not about a construction project.
    public Optional<String> projectOf(String caseId) {
        return Optional.ofNullable(mongo.findById(caseId, ArrearsCase.class))
                .map(subject -> subject.intake().projectId());
    }
}
