package cn.sanming.migrant.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Acts on a day and what they lead to, for tests without any server.
public final class Acting {

    public static final Actor OFFICER =
            new Actor("officer", Set.of("CULTURE_OFFICER", "UNION_OFFICER"), "SM-WLJ", Place.COUNTY, null, null);

    private Acting() {}

    public static CommandContext on(String day) {
        Instant noon = LocalDate.parse(day).atTime(12, 0).atZone(Dates.ZONE).toInstant();
        return new CommandContext(OFFICER, noon, "test", null, null);
    }

    public static void moved(CaseAggregate subject, Enum<?> to, String day) {
        subject.file().move("test", to.name(), "TEST", on(day), null);
    }

    public static void granted(Verdict verdict) {
        assertThat(verdict).isEqualTo(Verdict.granted());
    }

    public static List<String> reasons(Verdict verdict) {
        return verdict instanceof Verdict.Refused(var refusal)
                ? refusal.reasons().stream().map(Reason::code).toList()
                : List.of();
    }

    public static List<String> events(CaseAggregate subject) {
        return subject.file().outbox().pending().stream()
                .map(event -> event.type() + " " + event.data())
                .toList();
    }
}
