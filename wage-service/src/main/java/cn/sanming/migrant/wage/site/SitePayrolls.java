package cn.sanming.migrant.wage.site;

import cn.sanming.migrant.wage.payroll.Payroll;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The payrolls of one site, as its settlement and its duties need them.
@Component
public class SitePayrolls {

    private final MongoTemplate mongo;

    SitePayrolls(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// One payroll in short.
    public record Sheet(String id, YearMonth period, LocalDate dueOn, boolean paid) {}

    public List<Sheet> on(String projectId) {
        return mongo.find(Query.query(Criteria.where("projectId").is(projectId)), Payroll.class).stream()
                .map(payroll -> new Sheet(
                        payroll.id(),
                        payroll.period(),
                        payroll.effectiveDueDate(),
                        payroll.tally().unpaid() == 0 && payroll.openDue() == null))
                .toList();
    }
}
