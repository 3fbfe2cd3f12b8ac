package cn.sanming.migrant.subsidy.proof;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.LocalDate;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// A contract signed is proof for the agency reward, the start-up-jobs subsidy and the loan of a small enterprise.
@Component
class ContractNews {

    private final MongoTemplate mongo;

    record Signed(String personId, String employerUscc, LocalDate startOn, LocalDate signedOn, String term) {}

    ContractNews(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @OnEvent(value = "wage.contract.signed", id = "note-contract")
    void signed(Signed news, Received event) {
        mongo.save(new ContractRecord(
                event.subject(), news.personId(), news.employerUscc(), news.startOn(), news.signedOn(), news.term()));
    }
}
