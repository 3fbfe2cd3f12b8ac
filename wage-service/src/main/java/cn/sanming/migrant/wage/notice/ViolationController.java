package cn.sanming.migrant.wage.notice;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Serious violations in public, by quarter.
@RestController
final class ViolationController {

    private final PublishedNotices notices;

    ViolationController(PublishedNotices notices) {
        this.notices = notices;
    }

    /// The public page.
    record Board(List<PublishedNotices.Quarter> quarters) {}

    /// @param quarter such as `2024Q3`, or all
    @GetMapping("/api/v1/wages/violations")
    Outcome<Board> board(@RequestParam(required = false) @Nullable String quarter) {
        if (quarter != null && !quarter.matches("[0-9]{4}Q[1-4]")) {
            return Outcome.refused(
                    Kind.VALIDATION, Reason.at("/quarter", "INVALID_QUARTER").required("2024Q3", quarter));
        }
        return Outcome.done(new Board(notices.quarters(quarter)));
    }
}
