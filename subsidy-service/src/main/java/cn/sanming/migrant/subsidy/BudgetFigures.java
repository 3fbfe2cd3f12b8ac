package cn.sanming.migrant.subsidy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/// Approvals that fail because a budget is used up, by measure: there before the first one, so that it is seen.
@Component
class BudgetFigures {

    /// The measures whose money has a budget line.
    private static final List<String> MEASURES = List.of("M02", "M03", "M04", "M06");

    BudgetFigures(MeterRegistry meters) {
        MEASURES.forEach(measure -> Counter.builder("budget.rejections")
                .description("approvals refused because the budget is used up")
                .tag("measure", measure)
                .register(meters));
    }
}
