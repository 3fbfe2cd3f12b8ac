package cn.sanming.migrant.supervision.task;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// How much each unit has in hand (在办任务): counts, and nothing that a task says.
@Component
public class TaskLoads {

    private static final List<TaskState> IN_HAND =
            List.of(TaskState.ASSIGNED, TaskState.ACKNOWLEDGED, TaskState.IN_PROGRESS);
    private static final List<TaskState> WITH_LEAD_UNIT = List.of(TaskState.SUBMITTED, TaskState.VERIFIED);

    private final MongoTemplate mongo;

    /// @param open    not closed and not cancelled
    /// @param overdue of these, not submitted after their last day
    public record Load(String measure, String unitCode, long open, long overdue) {}

    TaskLoads(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public List<Load> on(LocalDate today) {
        var open =
                count(Stream.concat(IN_HAND.stream(), WITH_LEAD_UNIT.stream()).toList(), null);
        var overdue = count(IN_HAND, today);
        var loads = new ArrayList<Load>();
        open.forEach((key, number) ->
                loads.add(new Load(key.getFirst(), key.getLast(), number, overdue.getOrDefault(key, 0L))));
        return loads;
    }

    private Map<List<String>, Long> count(List<TaskState> states, @Nullable LocalDate dueBefore) {
        var criteria =
                Criteria.where("file.state").in(states.stream().map(Enum::name).toList());
        if (dueBefore != null) {
            criteria = criteria.and("dueOn").lt(dueBefore);
        }
        var found = new HashMap<List<String>, Long>();
        for (var row : mongo.aggregate(
                newAggregation(
                        match(criteria), group("measure", "unitCode").count().as("tasks")),
                Task.class,
                Document.class)) {
            var key = row.get("_id") instanceof Document compound ? compound : row;
            found.put(
                    List.of(key.getString("measure"), key.getString("unitCode")),
                    ((Number) row.get("tasks")).longValue());
        }
        return found;
    }
}
