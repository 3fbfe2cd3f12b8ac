package cn.sanming.migrant.subsidy.application;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// By when the next step of an application is due (办理时限), in working days from the step before; measures 2-4 and 6.
@Component
class Deadlines {

    private final RuleBook rules;

    Deadlines(RuleBook rules) {
        this.rules = rules;
    }

    /// The last day for accepting, deciding, objecting, approving or paying; none where nobody has to do anything.
    @Nullable
    LocalDate of(SubsidyApplication application) {
        var history = application.file().history();
        if (history.isEmpty()) {
            return null;
        }
        var since = history.getLast().at().atZone(Dates.ZONE).toLocalDate();
        return switch (State.valueOf(application.file().state())) {
            case SUBMITTED -> after(since, "subsidy.process.accept_wd");
            case ACCEPTED -> after(since, "subsidy.process.review_wd");
            case PUBLICISED -> after(since, "subsidy.process.publicity_wd");
            case APPROVED -> after(since, "subsidy.process.pay_wd");
            case DRAFT, RETURNED, REVIEWED, PAID, REJECTED, SUSPENDED, WITHDRAWN, CLAWBACK_ORDERED, REPAID -> null;
        };
    }

    LocalDate payUntil(LocalDate approvedOn) {
        return after(approvedOn, "subsidy.process.pay_wd");
    }

    private LocalDate after(LocalDate day, String parameter) {
        return rules.calendar().workingDaysAfter(day, rules.context().on(day).integer(parameter));
    }
}
