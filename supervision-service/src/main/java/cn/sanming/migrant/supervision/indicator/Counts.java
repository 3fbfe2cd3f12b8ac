package cn.sanming.migrant.supervision.indicator;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Adds up items by index: those of a period, those open on a day, or all until then.
@Component
class Counts {

    private final MongoTemplate mongo;

    /// What is asked for.
    ///
    /// @param today items that can still come right are not counted yet
    record Question(
            IndicatorDefinition definition,
            Period period,
            @Nullable String district,
            @Nullable String group,
            LocalDate today) {}

    Counts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    List<Row> rows(Question question) {
        var rows = new ArrayList<Row>();
        for (var window : windows(question.definition())) {
            for (var document : mongo.aggregate(
                    newAggregation(
                            match(criteria(question, window)),
                            group("part", "group", "district", "distinct", "sample")
                                    .count()
                                    .as("count")
                                    .sum("n")
                                    .as("n")
                                    .sum("d")
                                    .as("d")
                                    .sum("a")
                                    .as("a")
                                    .sum("late")
                                    .as("late")),
                    CountedRow.class,
                    Document.class)) {
                rows.add(row(document));
            }
        }
        return rows;
    }

    private static List<IndicatorDefinition.Window> windows(IndicatorDefinition definition) {
        return definition.parts().values().stream()
                .map(IndicatorDefinition.Part::window)
                .distinct()
                .toList();
    }

    private static Row row(Document found) {
        var key = found.get("_id") instanceof Document compound ? compound : found;
        return new Row(
                key.getString("part"),
                key.getString("group"),
                key.getString("district"),
                key.getString("distinct"),
                key.get("sample") instanceof Number sample ? sample.longValue() : null,
                number(found, "count"),
                number(found, "n"),
                number(found, "d"),
                number(found, "a"),
                number(found, "late"));
    }

    private static long number(Document found, String name) {
        return found.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static Criteria criteria(Question question, IndicatorDefinition.Window window) {
        var definition = question.definition();
        var period = question.period();
        var parts = definition.parts().entrySet().stream()
                .filter(part -> part.getValue().window() == window)
                .map(Map.Entry::getKey)
                .toList();
        var criteria = Criteria.where("indicator").is(definition.id());
        criteria = switch (window) {
            case IN_PERIOD ->
                criteria.and("on").gte(period.from().toString()).lte(period.to().toString());
            case UP_TO_END -> criteria.and("on").lte(period.to().toString());
            case AT_END -> {
                var day = period.closing(question.today()).toString();
                yield criteria.and("until").gt(day).and("from").lte(day);
            }
        };
        criteria = criteria.and("part").in(parts);
        if (question.district() != null) {
            criteria = criteria.and("district").is(question.district());
        }
        if (question.group() != null) {
            criteria = criteria.and("group").is(question.group());
        }
        return new Criteria()
                .andOperator(
                        criteria,
                        new Criteria()
                                .orOperator(
                                        Criteria.where("pendingUntil").exists(false),
                                        Criteria.where("pendingUntil")
                                                .lt(question.today().toString())));
    }

    /// Whether anything at all was heard of this indicator until the end of a period.
    boolean anythingUntil(IndicatorDefinition definition, LocalDate end, @Nullable String district) {
        return mongo.exists(Query.query(heard(definition, "on", end, district)), CountedRow.class)
                || mongo.exists(Query.query(heard(definition, "from", end, district)), CountedRow.class);
    }

    private static Criteria heard(
            IndicatorDefinition definition, String day, LocalDate end, @Nullable String district) {
        var criteria = Criteria.where("indicator").is(definition.id()).and(day).lte(end.toString());
        return district == null ? criteria : criteria.and("district").is(district);
    }

    /// The first day on which anything was counted.
    @Nullable
    LocalDate firstDay(IndicatorDefinition definition) {
        var first = mongo.findOne(
                Query.query(Criteria.where("indicator")
                                .is(definition.id())
                                .and("on")
                                .gte("0000"))
                        .with(Sort.by("on")),
                CountedRow.class);
        var lasting = mongo.findOne(
                Query.query(Criteria.where("indicator")
                                .is(definition.id())
                                .and("from")
                                .gte("0000"))
                        .with(Sort.by("from")),
                CountedRow.class);
        var on = first == null ? CountedFact.OPEN : first.on();
        var from = lasting == null ? CountedFact.OPEN : lasting.from();
        var earlier = EmploymentFormulas.earlier(on, from);
        return earlier.equals(CountedFact.OPEN) ? null : earlier;
    }

    /// The items behind a figure, page by page.
    List<CountedRow> items(Question question, @Nullable String after, int limit) {
        var windows = windows(question.definition()).stream()
                .map(window -> criteria(question, window))
                .toList();
        var all = new ArrayList<Criteria>();
        all.add(Criteria.where("indicator").is(question.definition().id()));
        all.add(windows.size() == 1 ? windows.getFirst() : new Criteria().orOperator(windows));
        if (after != null) {
            all.add(Criteria.where("_id").gt(after));
        }
        return mongo.find(
                Query.query(new Criteria().andOperator(all))
                        .with(Sort.by("_id"))
                        .limit(limit),
                CountedRow.class);
    }
}
