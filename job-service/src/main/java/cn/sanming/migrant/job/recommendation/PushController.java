package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How fast vacancies reach seekers (推送时效): each push, and the 95th percentile of a month against the policy's figure.
@RestController
class PushController {

    private static final Set<String> READERS = Set.of("HR_OFFICER", "HR_HEAD", "SUPERVISOR", "SERVICE");

    private final MongoTemplate mongo;
    private final RuleBook rules;

    record View(
            String vacancyId,
            VacancyPush.State state,
            Instant publishedAt,
            @Nullable Instant sentAt,
            @Nullable Long seconds,
            int candidates,
            int made) {}

    /// @param p95Seconds nearest rank; nothing when nothing was sent; @param late how many took longer than allowed
    record Month(
            String month,
            int pushes,
            int pending,
            long late,
            @Nullable Long p95Seconds,
            int maxSeconds,
            boolean met) {}

    PushController(MongoTemplate mongo, RuleBook rules) {
        this.mongo = mongo;
        this.rules = rules;
    }

    @GetMapping("/api/v1/jobs/pushes/{vacancy}")
    Outcome<View> one(@PathVariable String vacancy, CommandContext context) {
        if (!context.actor().hasAny(READERS)) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var push = mongo.findById(vacancy, VacancyPush.class);
        return push == null
                ? Outcome.notFound()
                : Outcome.done(new View(
                        push.vacancyId(),
                        push.state(),
                        push.publishedAt(),
                        push.sentAt(),
                        push.seconds(),
                        push.candidates(),
                        push.made()));
    }

    @GetMapping("/api/v1/jobs/pushes")
    Outcome<Month> month(@RequestParam YearMonth month, CommandContext context) {
        if (!context.actor().hasAny(READERS)) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var pushes = mongo.find(Query.query(Criteria.where("month").is(month.toString())), VacancyPush.class);
        int limit = rules.context().on(month.atDay(1)).integer("job.push.max_seconds");
        var seconds = pushes.stream()
                .map(VacancyPush::seconds)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        var p95 = percentile(seconds);
        return Outcome.done(new Month(
                month.toString(),
                pushes.size(),
                pushes.size() - seconds.size(),
                seconds.stream().filter(each -> each > limit).count(),
                p95,
                limit,
                p95 == null || p95 <= limit));
    }

    /// The 95th percentile by nearest rank: the smallest value that 95 of 100 do not exceed.
    static @Nullable Long percentile(List<Long> sorted) {
        return sorted.isEmpty() ? null : sorted.get((sorted.size() * 95 + 99) / 100 - 1);
    }
}
