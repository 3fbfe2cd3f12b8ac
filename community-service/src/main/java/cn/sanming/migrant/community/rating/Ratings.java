package cn.sanming.migrant.community.rating;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Keeps the stars of every visit and reckons their mean (满意度). Who gave them cannot be read from them.
@Component
public class Ratings {

    private final MongoTemplate mongo;

    /// One to five stars for a visit; today unless another day is named.
    public record Stars(@Min(1) @Max(5) int stars, @Nullable LocalDate visitedOn) {}

    /// @param mean with two decimals, nothing while nobody has said anything
    public record Summary(int count, @Nullable String mean) {}

    Ratings(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// @param first the first day on which there was something to visit
    public Outcome<Summary> rate(String about, Stars body, @Nullable LocalDate first, CommandContext context) {
        var worker = context.actor().workerId();
        if (worker == null) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE,
                    Reason.of("FORBIDDEN_ROLE")
                            .required("WORKER", context.actor().roles()));
        }
        var day = body.visitedOn() == null ? context.today() : body.visitedOn();
        if (first == null || day.isBefore(first) || day.isAfter(context.today())) {
            return Outcome.refused(
                    Kind.GUARD_FAILED,
                    Reason.at("/visited_on", "NO_VISIT_TO_RATE").required(first + " to " + context.today(), day));
        }
        mongo.save(new Rating(Ids.of("rt", about, worker, day.toString()), about, body.stars(), day));
        return Outcome.done(of(about));
    }

    public Summary of(String about) {
        var all = mongo.find(Query.query(Criteria.where("about").is(about)), Rating.class);
        if (all.isEmpty()) {
            return new Summary(0, null);
        }
        int sum = all.stream().mapToInt(Rating::stars).sum();
        var mean = BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(all.size()), 2, RoundingMode.HALF_UP);
        return new Summary(all.size(), mean.toPlainString());
    }
}
