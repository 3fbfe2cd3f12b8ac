package cn.sanming.migrant.training.shortage;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Anybody may ask whether an occupation is on the shortage list on a day (目录查询).
@RestController
class ShortageCheckController {

    private final ShortageLists lists;

    ShortageCheckController(ShortageLists lists) {
        this.lists = lists;
    }

    @GetMapping("/api/v1/training/shortage-checks")
    Outcome<Listing> check(
            @RequestParam("occupation_code") String occupationCode,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(name = "known_on", required = false) @Nullable LocalDate knownOn,
            CommandContext context) {
        var known = knownOn == null ? context.today() : knownOn;
        return Outcome.done(lists.check(occupationCode, on == null ? context.today() : on, known));
    }
}
