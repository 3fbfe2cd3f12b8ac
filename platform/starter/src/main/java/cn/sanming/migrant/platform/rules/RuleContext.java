package cn.sanming.migrant.platform.rules;

import cn.sanming.migrant.platform.reference.Figures;
import cn.sanming.migrant.platform.reference.Parameter;
import cn.sanming.migrant.platform.reference.Policy;
import cn.sanming.migrant.platform.reference.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a rule stands on (依据): the dated figures, the working-day calendar, today, and a record of each step it takes.
public final class RuleContext {

    private final Policy policy;
    private final WorkingCalendar calendar;
    private final LocalDate today;
    private final List<Step> steps = new ArrayList<>();
    private final List<Figures> consulted = new ArrayList<>();

    /// One step of the reasoning: the clause, what it says, what it asks for and what was found.
    public record Step(
            String clause,
            String statement,
            @Nullable String required,
            @Nullable String found,
            boolean passed) {}

    public RuleContext(Policy policy, WorkingCalendar calendar, LocalDate today) {
        this.policy = policy;
        this.calendar = calendar;
        this.today = today;
    }

    /// The figures in force on the business date of the facts, for the whole city.
    public Figures on(LocalDate businessDate) {
        return on(businessDate, null);
    }

    /// The figures in force on the business date in a county; a county's own row goes before the city's.
    public Figures on(LocalDate businessDate, @Nullable String district) {
        var figures = policy.on(businessDate, district);
        consulted.add(figures);
        return figures;
    }

    /// Today, for facts that carry no date of their own.
    public LocalDate today() {
        return today;
    }

    public WorkingCalendar calendar() {
        return calendar;
    }

    /// Notes one step and hands its answer back, so that a predicate reads as one line.
    public boolean step(
            String clause, String statement, @Nullable Object required, @Nullable Object found, boolean passed) {
        steps.add(new Step(clause, statement, text(required), text(found), passed));
        return passed;
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    public List<Parameter> parametersUsed() {
        var used = new LinkedHashSet<Parameter>();
        consulted.forEach(figures -> used.addAll(figures.used()));
        return List.copyOf(used);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
