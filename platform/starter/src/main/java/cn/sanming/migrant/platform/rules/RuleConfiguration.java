package cn.sanming.migrant.platform.rules;

import cn.sanming.migrant.platform.reference.Policy;
import cn.sanming.migrant.platform.reference.WorkingCalendar;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The rule book of a service and its public evaluation.
@Configuration(proxyBeanMethods = false)
@Import(RuleController.class)
public class RuleConfiguration {

    @Bean
    RuleBook ruleBook(ObjectProvider<Rule<?, ?>> rules, Policy policy, WorkingCalendar calendar, Clock clock) {
        return new RuleBook(rules.stream().toList(), policy, calendar, clock);
    }

    @Bean
    @ConditionalOnClass(name = "org.springdoc.core.customizers.OpenApiCustomizer")
    RuleDocs ruleDocs(RuleBook book, @Value("${migrant.area}") String area) {
        return new RuleDocs(book, area);
    }
}
