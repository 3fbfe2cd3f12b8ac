package cn.sanming.migrant.community.school;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Who gets which place (学位分配): by points, ties by insurance, residence and id; nobody is left out.
@PolicyRule(
        id = "ENROLMENT_ALLOCATION",
        measure = "M08",
        zh = "积分入学学位分配",
        en = "Allocation of school places",
        clause = "measure 8: 满足需求")
public final class EnrolmentAllocation implements Rule<EnrolmentAllocation.Facts, EnrolmentAllocation.Finding> {

    /// An application that has been scored; preferences in order, one to three schools.
    public record Application(
            String id, int points, int pensionMonths, LocalDate residenceStart, List<String> preferences) {}

    /// @param seats free places of each public school
    public record Facts(List<Application> applications, Map<String, Integer> seats) {}

    public record Placed(State state, @Nullable String school) {}

    public enum State {
        ADMITTED,
        COORDINATED,
        PUBLICISED
    }

    public record Finding(Map<String, Placed> result) {}

    private static final Comparator<Application> RANKING = Comparator.comparingInt(Application::points)
            .thenComparingInt(Application::pensionMonths)
            .reversed()
            .thenComparing(Application::residenceStart)
            .thenComparing(Application::id);

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var free = new TreeMap<>(facts.seats());
        var result = new LinkedHashMap<String, Placed>();
        for (var next : facts.applications().stream().sorted(RANKING).toList()) {
            result.put(next.id(), place(next, free));
        }
        int taken = facts.seats().values().stream().mapToInt(Integer::intValue).sum()
                - free.values().stream().mapToInt(Integer::intValue).sum();
        context.step(
                "measure 8",
                "each takes the first preference with a free place, else another public school",
                facts.applications().size(),
                taken,
                taken == facts.applications().size());
        return new Finding(result);
    }

    private static Placed place(Application next, Map<String, Integer> free) {
        for (var school : next.preferences()) {
            if (free.getOrDefault(school, 0) > 0) {
                free.merge(school, -1, Integer::sum);
                return new Placed(State.ADMITTED, school);
            }
        }
        for (var school : free.entrySet()) {
            if (school.getValue() > 0) {
                school.setValue(school.getValue() - 1);
                return new Placed(State.COORDINATED, school.getKey());
            }
        }
        return new Placed(State.PUBLICISED, null);
    }
}
