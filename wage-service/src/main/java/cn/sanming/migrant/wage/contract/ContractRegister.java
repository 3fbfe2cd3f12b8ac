package cn.sanming.migrant.wage.contract;

import cn.sanming.migrant.wage.employment.SignedContracts;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The contract register (劳动合同台账), asked by whoever needs to know whether a contract was signed.
@Component
class ContractRegister implements SignedContracts {

    private final MongoTemplate mongo;

    ContractRegister(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<LocalDate> signedOn(String employmentId) {
        return mongo.find(Query.query(Criteria.where("employmentId").is(employmentId)), LabourContract.class).stream()
                .map(LabourContract::signedOn)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo);
    }

    Optional<LabourContract> findOpen(String personId, String employerUscc) {
        return Optional.ofNullable(mongo.findOne(
                Query.query(Criteria.where("openKey").is(LabourContract.key(personId, employerUscc))),
                LabourContract.class));
    }
}
