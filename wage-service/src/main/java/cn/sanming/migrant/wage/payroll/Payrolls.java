package cn.sanming.migrant.wage.payroll;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// All payrolls, as the arrears check asks for them.
@Component
public class Payrolls {

    private final MongoTemplate mongo;

    Payrolls(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// Streams the payrolls that fell due before the date and are not paid; close it.
    public Stream<Payroll> overdueOn(LocalDate date) {
        return mongo.stream(Query.query(Criteria.where("openDue").lt(date.toString())), Payroll.class);
    }
}
