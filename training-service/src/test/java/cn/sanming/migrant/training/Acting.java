package cn.sanming.migrant.training;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.events.PendingEvent;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.util.List;

/// Acts on days, and what came of them, for tests of cases without a service around them.
public final class Acting {

    private Acting() {}

    public static CommandContext on(String day) {
        return CommandContext.ofSystem(
                LocalDate.parse(day).atTime(9, 0).atZone(Dates.ZONE).toInstant());
    }

    public static void granted(Verdict verdict) {
        assertThat(verdict).isEqualTo(Verdict.granted());
    }

    /// All reasons of a refusal, in their order; none when it was granted.
    public static List<String> reasons(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Granted _ -> List.of();
            case Verdict.Refused(var refusal) ->
                refusal.reasons().stream().map(Reason::code).toList();
        };
    }

    public static void move(CaseAggregate subject, Enum<?> to) {
        subject.file().move("test", to.name(), "SYSTEM", on("2024-01-01"), null);
    }

    public static List<String> events(CaseAggregate subject) {
        return subject.file().outbox().pending().stream()
                .map(PendingEvent::type)
                .toList();
    }
}
