package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.job.vacancy.MatchKeys;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Every Monday for everybody who wants to hear from us; every day for the newly registered who have not yet had
/// the first recommendations the policy promises.
@Component
final class RecommendationJobs implements DueWork {

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
    public List<DueStep> steps() {
        return List.of(
                DueStep.eachOf("first", first::owed, (person, day) -> first.catchUp(person, day.context())),
                DueStep.once("lay-out", day -> desk.layOut(day.date())).on(RecommendationJobs::isMonday),
                DueStep.each(
                                "weekly",
                                SeekerProfile.class,
                                _ -> Criteria.where("matchKeys").is(MatchKeys.ANY),
                                (person, day) -> desk.recommendWeekly(person, day.context()))
                        .on(RecommendationJobs::isMonday),
                DueStep.once("clear-away", _ -> desk.clearAway()).on(RecommendationJobs::isMonday));
    }

    private static boolean isMonday(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.MONDAY;
    }
}
