package cn.sanming.migrant.wage.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/// Payrolls as the former version stored them, with their lines inside.
@ServiceTest
class LinesOutOfPayrollsTest {

    private static final String FIRM = "91350404MA0FJM101G";

    @Autowired
    MongoTemplate mongo;

    @Autowired
    LinesOutOfPayrolls migration;

    @Autowired
    Payrolls payrolls;

    @Autowired
    Api api;

    private void former(String id, int lines) {
        var inside = new ArrayList<Document>();
        for (int i = 0; i < lines; i++) {
            var line = new Document("personId", "w" + i)
                    .append("gross", 500_000L)
                    .append("deductions", List.of())
                    .append("net", 500_000L)
                    .append("unemploymentInsured", i == 0);
            if (i < 2) {
                line.append("confirmedAt", new Date(1_711_000_000_000L));
            }
            if (i < 1) {
                line.append("paidOn", "2024-04-15").append("bankRef", "b-1");
            }
            inside.add(line);
        }
        mongo.insert(
                new Document("_id", id)
                        .append("version", 3L)
                        .append(
                                "file",
                                new Document("caseId", id)
                                        .append("state", "DRAFT")
                                        .append("district", "350404")
                                        .append("createdAt", new Date(1_711_000_000_000L))
                                        .append("createdBy", "firm")
                                        .append("history", List.of())
                                        .append("outbox", new Document("sequence", 0L)))
                        .append("employerUscc", FIRM)
                        .append("contractorUscc", FIRM)
                        .append("period", "2024-03")
                        .append("nominalPayday", "2024-04-15")
                        .append("effectiveDueDate", "2024-04-15")
                        .append("lines", inside)
                        .append("content", "x")
                        .append("rejectedRows", 1)
                        .append("openDue", "2024-04-15"),
                "payrolls");
    }

    private long lines(String id) {
        return mongo.count(Query.query(Criteria.where("payrollId").is(id)), PayrollLine.class);
    }

    @Test
    void makesEachLineADocumentAndKeepsWhatWasConfirmedAndPaid() {
        former("pr-old-1", 3);
        migration.run(mongo);
        migration.run(mongo);

        var payroll = payrolls.find("pr-old-1").orElseThrow();
        assertThat(payroll.tally().workers()).isEqualTo(3);
        assertThat(payroll.tally().unpaidNet()).isEqualTo(Money.of("10000.00"));
        assertThat(payroll.gaps()).hasSize(1);
        assertThat(lines("pr-old-1")).isEqualTo(3);
        var view = api.as(Who.firm(FIRM)).get("/api/v1/wages/payrolls/pr-old-1").body();
        assertThat(view.path("confirmed").asInt()).isEqualTo(2);
        assertThat(view.path("paid").asInt()).isEqualTo(1);
        var page = api.as(Who.firm(FIRM))
                .get("/api/v1/wages/payrolls/pr-old-1/lines?paid=true")
                .body();
        assertThat(page.at("/items/0/paid_on").asString()).isEqualTo("2024-04-15");
        assertThat(mongo.findById("pr-old-1", Document.class, "payrolls")).doesNotContainKeys("lines", "rejectedRows");
    }

    @Test
    void goesOnWhereItWasKilledBetweenTheLinesAndThePayroll() {
        former("pr-old-2", 2500);
        former("pr-old-3", 1);
        migration.run(mongo);
        var moved = mongo.findById("pr-old-2", Document.class, "payrolls");
        assertThat(moved).isNotNull();
        // as a kill leaves it: some lines are written, the payroll still has its own
        mongo.remove(Query.query(Criteria.where("_id").is("pr-old-2")), "payrolls");
        former("pr-old-2", 2500);
        mongo.remove(
                Query.query(Criteria.where("payrollId")
                        .is("pr-old-2")
                        .and("personId")
                        .gt("w2")),
                PayrollLine.class);
        assertThat(lines("pr-old-2")).isLessThan(2500);

        migration.run(mongo);
        assertThat(lines("pr-old-2")).isEqualTo(2500);
        assertThat(payrolls.find("pr-old-2").orElseThrow().tally().workers()).isEqualTo(2500);
        assertThat(lines("pr-old-3")).isEqualTo(1);
    }
}
