package cn.sanming.migrant.wage.integrity.messaging;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.integrity.Traces;
import cn.sanming.migrant.wage.integrity.Traces.ArrearsTrace;
import cn.sanming.migrant.wage.integrity.Traces.PlateTrace;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps the record of employers up to date.
@Component
final class TraceListener {

    private final Traces traces;

    TraceListener(Traces traces) {
        this.traces = traces;
    }

    record Detected(
            String employerUscc,
            @Nullable String projectId,
            String period,
            int workers,
            Money total,
            int daysLate,
            String level) {}

    record Excused(String employerUscc, Money total) {}

    record Cleared(String employerUscc, Money total, LocalDate clearedOn) {}

    record Granted(String projectId, String contractorUscc, LocalDate grantedOn) {}

    record Revoked(String projectId, String contractorUscc) {}

    @OnEvent(value = "wage.arrears.detected", id = "trace-detected-arrears")
    void detected(Detected found, Received event) {
        traces.keep(new ArrearsTrace(
                event.subject(),
                found.employerUscc(),
                found.projectId(),
                found.period(),
                found.workers(),
                found.total(),
                found.daysLate(),
                found.level(),
                null,
                event.sequence()));
    }

    @OnEvent(value = "wage.arrears.cleared", id = "trace-cleared-arrears")
    void cleared(Cleared paid, Received event) {
        var before = traces.arrears(event.subject());
        traces.keep(new ArrearsTrace(
                event.subject(),
                paid.employerUscc(),
                before.map(ArrearsTrace::projectId).orElse(null),
                before.map(ArrearsTrace::period).orElse(""),
                before.map(ArrearsTrace::workers).orElse(0),
                paid.total(),
                before.map(ArrearsTrace::daysLate).orElse(0),
                "CLEARED",
                paid.clearedOn(),
                event.sequence()));
    }

    /// Force majeure is no mark against the firm.
    @OnEvent(value = "wage.arrears.excused", id = "trace-excused-arrears")
    void excused(Excused excused, Received event) {
        var before = traces.arrears(event.subject());
        traces.keep(new ArrearsTrace(
                event.subject(),
                excused.employerUscc(),
                before.map(ArrearsTrace::projectId).orElse(null),
                before.map(ArrearsTrace::period).orElse(""),
                before.map(ArrearsTrace::workers).orElse(0),
                excused.total(),
                before.map(ArrearsTrace::daysLate).orElse(0),
                "EXCUSED",
                null,
                event.sequence()));
    }

    @OnEvent(value = "wage.noarrears.granted", id = "trace-granted-plate")
    void granted(Granted plate, Received event) {
        traces.keep(new PlateTrace(
                event.subject(),
                plate.contractorUscc(),
                plate.projectId(),
                plate.grantedOn(),
                false,
                event.sequence()));
    }

    @OnEvent(value = "wage.noarrears.revoked", id = "trace-revoked-plate")
    void revoked(Revoked plate, Received event) {
        traces.keep(new PlateTrace(
                event.subject(),
                plate.contractorUscc(),
                plate.projectId(),
                traces.plate(event.subject()).map(PlateTrace::grantedOn).orElse(null),
                true,
                event.sequence()));
    }
}
