package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/// Every Monday for everybody who wants to hear from us; every day for the newly registered who have not yet had
/// the first recommendations the policy promises.
@Component
final class RecommendationJobs implements BusinessJob {

    private final RecommendationDesk desk;
    private final FirstRecommendations first;

    RecommendationJobs(RecommendationDesk desk, FirstRecommendations first) {
        this.desk = desk;
        this.first = first;
    }

    @Override
    public String name() {
        return "recommendations";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(7, 0);
    }

    @Override
    public void run(LocalDate businessDate) {
        var context = CommandContext.ofSystem(
                businessDate.atTime(at()).atZone(Dates.ZONE).toInstant());
        first.catchUp(context);
        if (businessDate.getDayOfWeek() == DayOfWeek.MONDAY) {
            desk.recommendToAll(context);
        }
    }
}
