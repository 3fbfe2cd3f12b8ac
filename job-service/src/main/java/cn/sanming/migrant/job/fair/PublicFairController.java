package cn.sanming.migrant.job.fair;

import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Fairs to come, for everybody (活动预告): where, when, and who will be there.
@RestController
class PublicFairController {

    private final MongoTemplate mongo;

    record Announced(
            String id,
            String name,
            FairKind kind,
            String district,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable String venue,
            boolean online,
            int employers,
            int vacancies) {

        static Announced of(JobFair fair) {
            var plan = fair.plan();
            var there = fair.admitted();
            return new Announced(
                    fair.id(),
                    plan.name(),
                    plan.kind(),
                    plan.district(),
                    plan.firstDay(),
                    plan.lastDay(),
                    plan.venue(),
                    plan.online(),
                    there.size(),
                    there.stream().mapToInt(JobFair.Stand::vacancies).sum());
        }
    }

    record Programme(List<Announced> items) {}

    PublicFairController(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @GetMapping("/api/v1/jobs/announced-fairs")
    Programme list(@RequestParam(required = false) @Nullable String district, CommandContext context) {
        var announced = Query.query(Criteria.where("file.state").is(FairState.ANNOUNCED.name()));
        return new Programme(mongo.find(announced, JobFair.class).stream()
                .filter(fair -> !fair.plan().lastDay().isBefore(context.today()))
                .filter(fair -> district == null || district.equals(fair.plan().district()))
                .sorted(Comparator.comparing((JobFair fair) -> fair.plan().firstDay())
                        .thenComparing(JobFair::id))
                .map(Announced::of)
                .toList());
    }
}
