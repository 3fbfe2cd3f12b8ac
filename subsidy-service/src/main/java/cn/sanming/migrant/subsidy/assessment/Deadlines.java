package cn.sanming.migrant.subsidy.assessment;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.subsidy.claim.State;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// By when the next step of an application is due (办理时限), in working days from the step before; measures 2-4 and 6.
@Component
public class Deadlines {

    private final RuleBook rules;

    public Deadlines(RuleBook rules) {
        this.rules = rules;
    }

    /// The last day for accepting, deciding, objecting, approving or paying; none where nobody has to do anything.
    @Nullable
    public LocalDate of(SubsidyApplication application) {
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

    public LocalDate payUntil(LocalDate approvedOn) {
        return after(approvedOn, "subsidy.process.pay_wd");
    }

    /// The last day for objections; what is publicised may be approved on the working day after it.
    public LocalDate lastDayOfPublicity(LocalDate publicisedOn) {
        return after(publicisedOn, "subsidy.process.publicity_wd");
    }

    public LocalDate firstDayOfApproval(LocalDate publicisedOn) {
        return rules.calendar().workingDaysAfter(lastDayOfPublicity(publicisedOn), 1);
    }

    private LocalDate after(LocalDate day, String parameter) {
        return rules.calendar().workingDaysAfter(day, rules.context().on(day).integer(parameter));
    }
}
