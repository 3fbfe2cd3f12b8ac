package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.job.unemployment.UnemploymentRegister;
import cn.sanming.migrant.job.worklist.RunningDeadlines;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The first recommendations after an unemployment registration (首次岗位推荐): at least so many within so many working
/// days; measure 2.
@Component
class FirstRecommendations implements RunningDeadlines {

    private static final int LONGEST_DAYS = 40;

    private final UnemploymentRegister register;
    private final Recommendations made;
    private final RecommendationDesk desk;
    private final RuleBook rules;

    FirstRecommendations(UnemploymentRegister register, Recommendations made, RecommendationDesk desk, RuleBook rules) {
        this.register = register;
        this.made = made;
        this.desk = desk;
        this.rules = rules;
    }

    private LocalDate dueFor(UnemploymentRegister.Registered registered) {
        int days = rules.context().on(registered.registeredOn()).integer("job.recommend.first_wd");
        return rules.calendar().workingDaysAfter(registered.registeredOn(), days);
    }

    private boolean wanting(UnemploymentRegister.Registered registered) {
        int wanted = rules.context().on(registered.registeredOn()).integer("job.recommend.first_count");
        return made.sentTo(registered.personId(), registered.registeredOn()).size() < wanted;
    }

    /// Those to whom the promise may still be owed.
    Stream<String> owed(LocalDate on) {
        return register.personsSince(on.minusDays(LONGEST_DAYS));
    }

    /// Looks again for somebody who has not had enough, as long as the promise runs.
    void catchUp(String personId, CommandContext context) {
        register.of(personId)
                .filter(registered -> !dueFor(registered).isBefore(context.today()) && wanting(registered))
                .ifPresent(registered -> desk.recommendMore(personId, registered.registeredOn(), context));
    }

    @Override
    public List<Due> dueOn(LocalDate on) {
        return register.since(on.minusDays(LONGEST_DAYS)).stream()
                .filter(this::wanting)
                .map(registered -> new Due(
                        "FIRST_RECOMMENDATIONS",
                        registered.registrationId(),
                        registered.district(),
                        dueFor(registered)))
                .toList();
    }
}
