package cn.sanming.migrant.platform.rules;

import cn.sanming.migrant.platform.reference.Parameter;
import cn.sanming.migrant.platform.reference.Policy;
import cn.sanming.migrant.platform.reference.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.ResolvableType;

/// All rules of a service with the policy they read (规则手册). Desks decide with it; the public evaluates through it.
public final class RuleBook {

    private final Map<String, Entry> byId = new TreeMap<>();
    private final Policy policy;
    private final WorkingCalendar calendar;
    private final Clock clock;

    /// A rule with its card and the type of its facts.
    public record Entry(PolicyRule card, Rule<?, ?> rule, Class<?> facts, Class<?> result) {}

    public RuleBook(Collection<? extends Rule<?, ?>> rules, Policy policy, WorkingCalendar calendar, Clock clock) {
        this.policy = policy;
        this.calendar = calendar;
        this.clock = clock;
        for (var rule : rules) {
            var card = rule.getClass().getAnnotation(PolicyRule.class);
            if (card == null) {
                throw new IllegalStateException(rule.getClass().getSimpleName() + " has no @PolicyRule");
            }
            var types = ResolvableType.forClass(rule.getClass()).as(Rule.class);
            var entry = new Entry(
                    card,
                    rule,
                    types.getGeneric(0).toClass(),
                    types.getGeneric(1).toClass());
            if (byId.put(card.id(), entry) != null) {
                throw new IllegalStateException("two rules are called " + card.id());
            }
        }
    }

    /// Decides a real case with the policy in force.
    public <F, R> Decision<R> decide(Rule<F, R> rule, F facts) {
        return decide(rule, facts, policy);
    }

    /// Decides with other figures: a simulation.
    public <F, R> Decision<R> simulate(Rule<F, R> rule, F facts, Map<String, String> overrides) {
        return decide(rule, facts, policy.with(overrides));
    }

    /// Grounds for calculations that are part of a decision but no rule of their own, such as deadlines.
    public RuleContext context() {
        return new RuleContext(policy, calendar, LocalDate.now(clock));
    }

    private <F, R> Decision<R> decide(Rule<F, R> rule, F facts, Policy inForce) {
        var context = new RuleContext(inForce, calendar, LocalDate.now(clock));
        var result = rule.decide(facts, context);
        var card = rule.getClass().getAnnotation(PolicyRule.class);
        return new Decision<>(card.id(), result, context.steps(), used(context.parametersUsed()));
    }

    private static List<Decision.UsedParameter> used(List<Parameter> parameters) {
        return parameters.stream()
                .map(row -> new Decision.UsedParameter(
                        row.id(), row.value(), row.validFrom().toString(), row.basis(), row.verified(), row.citation()))
                .toList();
    }

    public Optional<Entry> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<Entry> all() {
        return byId.values();
    }

    public Policy policy() {
        return policy;
    }

    public WorkingCalendar calendar() {
        return calendar;
    }
}
