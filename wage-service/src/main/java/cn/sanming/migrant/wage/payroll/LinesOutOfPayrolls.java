package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.store.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// Payrolls used to carry their lines; now each line is a document of its own. For each payroll the lines are written
/// first, then the payroll loses its own in one write: a run that was cut off begins again with those that still have
/// them. The former version must not run beside it: it would read payrolls without lines.
@Component
final class LinesOutOfPayrolls implements Migration {

    static final int NUMBER = 1;

    private static final int PAGE = 50;
    private static final int BATCH = 1000;
    private static final String HEADS = "payrolls";
    private static final String LINES = "payroll_lines";

    @Override
    public String name() {
        return "2026-12-01-lines-out-of-payrolls";
    }

    @Override
    public void run(MongoTemplate mongo) {
        var after = "";
        for (var page = left(mongo, after); !page.isEmpty(); page = left(mongo, after)) {
            for (var head : page) {
                after = head.getString("_id");
                move(mongo, after);
            }
        }
    }

    private static List<Document> left(MongoTemplate mongo, String after) {
        var left = Query.query(Criteria.where("_id").gt(after).and("lines").exists(true));
        left.with(Sort.by("_id")).limit(PAGE).fields().include("_id");
        return mongo.find(left, Document.class, HEADS);
    }

    /// A payroll with its lines is read alone: it may be large.
    private static void move(MongoTemplate mongo, String id) {
        var head = Objects.requireNonNull(mongo.findById(id, Document.class, HEADS));
        var all = head.getList("lines", Document.class);
        var moved = new ArrayList<Document>();
        for (int i = 0; i < all.size(); i++) {
            moved.add(line(head, all.get(i), i + 1));
        }
        for (int from = 0; from < moved.size(); from += BATCH) {
            var bulk = mongo.bulkOps(BulkMode.UNORDERED, LINES);
            moved.subList(from, Math.min(moved.size(), from + BATCH))
                    .forEach(line -> bulk.replaceOne(
                            Query.query(Criteria.where("_id").is(line.getString("_id"))),
                            line,
                            FindAndReplaceOptions.options().upsert()));
            bulk.execute();
        }
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id)),
                new Update()
                        .set("number", NUMBER)
                        .set("tally", tally(all))
                        .set("gaps", gaps(head))
                        .unset("lines")
                        .unset("rejectedRows"),
                HEADS);
    }

    private static Document line(Document head, Document old, int row) {
        var payroll = head.getString("_id");
        var person = old.getString("personId");
        var wage = new Document();
        for (var field :
                List.of("name", "card", "days", "pieces", "gross", "deductions", "net", "unemploymentInsured")) {
            if (old.get(field) != null) {
                wage.put(field, old.get(field));
            }
        }
        var confirmed = old.get("confirmedAt");
        var paid = old.getString("paidOn");
        var line = new Document("_id", PayrollLine.idOf(payroll, person, NUMBER))
                .append("payrollId", payroll)
                .append("personId", person)
                .append("period", head.getString("period"))
                .append("row", row)
                .append("wage", wage)
                .append(
                        "standing",
                        new Document("from", NUMBER)
                                .append("until", PayrollLine.Standing.NEVER)
                                .append("confirmed", confirmed == null ? PayrollLine.Standing.NEVER : NUMBER)
                                .append("paid", paid == null ? PayrollLine.Standing.NEVER : NUMBER));
        if (confirmed != null) {
            line.append("confirmation", new Document("at", confirmed).append("by", "unknown"));
        }
        if (paid != null) {
            line.append("payment", new Document("on", paid).append("reference", String.valueOf(old.get("bankRef"))));
        }
        return line;
    }

    private static Document tally(List<Document> lines) {
        long gross = 0;
        long net = 0;
        long paidNet = 0;
        int insured = 0;
        int paid = 0;
        for (var line : lines) {
            gross += ((Number) line.get("gross")).longValue();
            net += ((Number) line.get("net")).longValue();
            insured += Boolean.TRUE.equals(line.getBoolean("unemploymentInsured")) ? 1 : 0;
            if (line.get("paidOn") != null) {
                paid++;
                paidNet += ((Number) line.get("net")).longValue();
            }
        }
        return new Document("workers", lines.size())
                .append("gross", gross)
                .append("net", net)
                .append("insured", insured)
                .append("paid", paid)
                .append("paidNet", paidNet);
    }

    /// Of rows that could not be read only the number was kept.
    private static List<Document> gaps(Document head) {
        int rejected = head.getInteger("rejectedRows", 0);
        return IntStream.rangeClosed(1, Math.min(rejected, Gap.MOST))
                .mapToObj(i -> new Document("row", -i)
                        .append("reasons", List.of(new Document("code", "ROW_REJECTED_IN_FORMER_VERSION"))))
                .toList();
    }
}
