package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.wage.policy.InvestigationDeadline;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The inspection of a filed case (监察立案、调查): its day, its two inspectors, its deadline and the one extension.
record Inspection(
        LocalDate filedOn,
        Decision<InvestigationDeadline.Finding> deadline,
        List<String> inspectors,
        @Nullable Extension extension) {

    /// Thirty working days more (监察条例 art. 17), once, with a reason.
    record Extension(LocalDate on, String by, String reason) {}

    /// Once, while the first sixty days run.
    Verdict.Guards mayExtend(LocalDate today) {
        return Verdict.guards()
                .require(extension == null, Reason.of("ALREADY_EXTENDED").clause("监察条例 art. 17"))
                .require(
                        !today.isAfter(decideBy()),
                        Reason.of("INVESTIGATION_DEADLINE_PASSED").required(decideBy(), today));
    }

    Inspection by(List<String> both) {
        return new Inspection(filedOn, deadline, List.copyOf(both), extension);
    }

    Inspection extended(Extension granted) {
        return new Inspection(filedOn, deadline, inspectors, granted);
    }

    LocalDate decideBy() {
        return extension == null
                ? deadline.result().decideBy()
                : deadline.result().decideByIfExtended();
    }
}
