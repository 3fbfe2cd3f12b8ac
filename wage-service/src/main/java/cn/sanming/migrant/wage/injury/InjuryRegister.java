package cn.sanming.migrant.wage.injury;

import java.util.Collection;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// All injuries that were ever reported.
@Component
class InjuryRegister implements Injuries {

    private final MongoTemplate mongo;

    InjuryRegister(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Injury> find(String injuryId) {
        return Optional.ofNullable(mongo.findById(injuryId, InjuryRecognition.class))
                .map(found -> new Injury(
                        found.id(),
                        found.personId(),
                        found.employerUscc(),
                        found.file().district(),
                        found.file().is(InjuryState.RECOGNISED)));
    }

    /// The request that stands in the way of another one, if any does.
    Optional<InjuryRecognition> live(Collection<String> keys) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where("liveKey").in(keys)), InjuryRecognition.class));
    }
}
