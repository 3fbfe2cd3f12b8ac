package cn.sanming.migrant.wage;

import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.events.PendingEvent;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.EventJson;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Somebody who acts on a day, and what came of it: for tests of aggregates without a service.
public final class Acting {

    public static final String FIRM = "91350404MA0FJM020R";
    public static final String CONTRACTOR = "91350404MA0FJM012Y";
    public static final String WORKER = "P-1001";

    private Acting() {}

    public static CommandContext firm(String uscc, String day) {
        return on(new Actor("firm", Set.of("EMPLOYER"), null, null, uscc, null), day);
    }

    public static CommandContext worker(String personId, String day) {
        return on(new Actor("worker", Set.of("WORKER"), null, null, null, personId), day);
    }

    public static CommandContext officer(String role, String day) {
        return on(new Actor("officer", Set.of(role), "SM-RSJ", "350404", null, null), day);
    }

    public static CommandContext system(String day) {
        return on(Actor.SYSTEM, day);
    }

    private static CommandContext on(Actor actor, String day) {
        var at = ZonedDateTime.of(LocalDate.parse(day), LocalTime.of(9, 0), Dates.ZONE);
        return new CommandContext(actor, at.toInstant(), "story", null, null);
    }

    /// The codes of a refusal, or none.
    public static List<String> codes(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Granted _ -> List.of();
            case Verdict.Refused refused ->
                refused.refusal().reasons().stream().map(Reason::code).toList();
        };
    }

    public static List<String> types(CaseFile file) {
        return file.outbox().pending().stream().map(PendingEvent::type).toList();
    }

    /// The payload of the last event a case recorded.
    public static JsonNode lastEvent(CaseFile file) {
        return EventJson.read(file.outbox().pending().getLast().data(), JsonNode.class);
    }
}
