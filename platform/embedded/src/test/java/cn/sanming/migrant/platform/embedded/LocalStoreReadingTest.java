package cn.sanming.migrant.platform.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the services may ask of a store when they read.
class LocalStoreReadingTest extends AgainstTheStore {

    @BeforeEach
    void someCases() {
        for (int i = 0; i < 10; i++) {
            cases.insertOne(new Document("_id", "c" + i)
                    .append("county", i % 2 == 0 ? "350402" : "350404")
                    .append("cents", 100L * i)
                    .append("name", "Case " + i)
                    .append("people", List.of(new Document("role", "worker").append("no", i))));
        }
    }

    @Test
    void filters() {
        assertThat(cases.countDocuments(eq("county", "350404"))).isEqualTo(5);
        assertThat(cases.countDocuments(in("_id", "c1", "c2", "zz"))).isEqualTo(2);
        assertThat(cases.countDocuments(nin("_id", "c1", "c2"))).isEqualTo(8);
        assertThat(cases.countDocuments(and(gte("cents", 300L), lt("cents", 500L))))
                .isEqualTo(2);
        assertThat(cases.countDocuments(or(eq("c1"), eq("cents", 0L)))).isEqualTo(2);
        assertThat(cases.countDocuments(elemMatch("people", and(eq("role", "worker"), gte("no", 8)))))
                .isEqualTo(2);
        assertThat(cases.countDocuments(regex("name", Pattern.quote("case 7"), "i")))
                .isEqualTo(1);
        assertThat(cases.countDocuments(regex("name", "^Case [12]"))).isEqualTo(2);
        assertThat(cases.countDocuments(exists("nothing"))).isZero();
        assertThat(cases.countDocuments(eq("nothing", null))).isEqualTo(10);
        assertThat(cases.estimatedDocumentCount()).isEqualTo(10);
        assertThat(cases.distinct("county", String.class).into(new ArrayList<>()))
                .containsExactlyInAnyOrder("350402", "350404");
    }

    @Test
    void sortsSkipsLimitsAndPages() {
        var page = cases.find(eq("county", "350402"))
                .sort(Sorts.descending("cents"))
                .skip(1)
                .limit(2);
        assertThat(page.map(document -> document.getString("_id")).into(new ArrayList<>()))
                .containsExactly("c6", "c4");
        assertThat(cases.find().batchSize(3).into(new ArrayList<>())).hasSize(10);
        assertThat(cases.find(new Document("_id", new Document("$gt", "c7")))
                        .sort(Sorts.ascending("_id"))
                        .limit(5)
                        .into(new ArrayList<>()))
                .hasSize(2);
    }

    @Test
    void projects() {
        assertThat(cases.find(eq("c1"))
                        .projection(Projections.fields(Projections.include("people.no"), Projections.excludeId()))
                        .first())
                .isEqualTo(new Document("people", List.of(new Document("no", 1))));
        assertThat(cases.find(eq("c1"))
                        .projection(Projections.exclude("people"))
                        .first())
                .containsOnlyKeys("_id", "county", "cents", "name");
    }

    @Test
    void aggregates() {
        var sums = cases.aggregate(List.of(
                Aggregates.match(gte("cents", 200L)),
                Aggregates.group(
                        "$county",
                        Accumulators.sum("cents", "$cents"),
                        Accumulators.sum("cases", 1),
                        Accumulators.max("most", "$cents"),
                        Accumulators.avg("mean", "$cents")),
                Aggregates.sort(Sorts.descending("cents"))));
        assertThat(sums.into(new ArrayList<>()))
                .extracting(sum -> sum.get("_id") + " " + sum.get("cents") + " " + sum.get("cases"))
                .containsExactly("350404 2400 4", "350402 2000 4");
        var unwound = cases.aggregate(List.of(
                Aggregates.unwind("$people"),
                Aggregates.project(new Document("no", "$people.no")),
                Aggregates.match(gte("no", 8)),
                Aggregates.count("n")));
        assertThat(unwound.first()).containsEntry("n", 2);
    }
}
