package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.store.Migration;
import java.util.LinkedHashSet;
import java.util.List;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// Arrears used to carry the unpaid workers; now only their number, who they are is said by the payroll's lines. One
/// write each: a run that was cut off goes on with those that are left.
@Component
final class ArrearsWithoutWorkers implements Migration {

    private static final int PAGE = 50;
    private static final String ARREARS = "arrears";
    private static final List<String> TOLD =
            List.of("payrollId", "projectId", "employerUscc", "contractorUscc", "period", "effectiveDueDate");

    @Override
    public String name() {
        return "2026-12-01-arrears-without-workers";
    }

    @Override
    public void run(MongoTemplate mongo) {
        var after = "";
        for (var page = left(mongo, after); !page.isEmpty(); page = left(mongo, after)) {
            for (var old : page) {
                after = old.getString("_id");
                mongo.updateFirst(Query.query(Criteria.where("_id").is(after)), change(old), ARREARS);
            }
        }
    }

    private static List<Document> left(MongoTemplate mongo, String after) {
        var left = Query.query(Criteria.where("_id").gt(after).and("personIds").exists(true));
        return mongo.find(left.with(Sort.by("_id")).limit(PAGE), Document.class, ARREARS);
    }

    private static Update change(Document old) {
        var of = new Document();
        var change = new Update();
        for (var field : TOLD) {
            if (old.get(field) != null) {
                of.append(field, old.get(field));
            }
            change.unset(field);
        }
        var firms = new LinkedHashSet<String>();
        firms.add(old.getString("employerUscc"));
        if (old.getString("contractorUscc") != null) {
            firms.add(old.getString("contractorUscc"));
        }
        return change.set("of", of)
                .set("firms", List.copyOf(firms))
                .set("workers", old.getList("personIds", String.class).size())
                .set("unreadRows", 0)
                .unset("personIds");
    }
}
