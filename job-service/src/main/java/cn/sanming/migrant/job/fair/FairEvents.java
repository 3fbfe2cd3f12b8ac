package cn.sanming.migrant.job.fair;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// What the world learns about a fair.
final class FairEvents {

    private FairEvents() {}

    @DomainEvent.Type("job.fair.announced")
    record Announced(
            @JsonIgnore String subject,
            String name,
            FairKind kind,
            LocalDate firstDay,
            LocalDate lastDay,
            String districtCode,
            String venue,
            boolean online)
            implements DomainEvent {

        static Announced of(String id, FairPlan plan) {
            var venue = plan.venue() == null ? "" : plan.venue();
            return new Announced(
                    id,
                    plan.name(),
                    plan.kind(),
                    plan.firstDay(),
                    plan.lastDay(),
                    plan.district(),
                    venue,
                    plan.online());
        }
    }

    @DomainEvent.Type("job.fair.held")
    record Held(
            @JsonIgnore String subject,
            String name,
            FairKind kind,
            LocalDate firstDay,
            LocalDate lastDay,
            String districtCode,
            boolean online,
            int employersCount,
            int vacanciesCount,
            int visitorsCount,
            int intentsCount)
            implements DomainEvent {

        static Held of(String id, FairPlan plan, FairFigures counted) {
            return new Held(
                    id,
                    plan.name(),
                    plan.kind(),
                    plan.firstDay(),
                    plan.lastDay(),
                    plan.district(),
                    plan.online(),
                    counted.employersCount(),
                    counted.vacanciesCount(),
                    counted.visitorsCount(),
                    counted.intentsCount());
        }
    }
}
