package cn.sanming.migrant.wage.dispatch;

import static cn.sanming.migrant.wage.Acting.FIRM;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.RuleTable;
import cn.sanming.migrant.wage.Acting;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatchReportTest {

    private static final DispatchRatio RATIO = new DispatchRatio();
    private static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);

    private static DispatchReport report(int direct, int dispatched) {
        var facts = new DispatchRatio.Facts(direct, dispatched, AS_OF);
        var decision = new RuleTable(RATIO).book().decide(RATIO, facts);
        return DispatchReport.of(FIRM, "350404", facts, AS_OF, List.of(), decision, Acting.firm(FIRM, "2024-07-01"));
    }

    @Test
    void staysSilentAtExactlyOneInTen() {
        assertThat(report(90, 10).file().outbox().pending()).isEmpty();
        assertThat(report(90, 10).view().compliant()).isTrue();
    }

    @Test
    void speaksOfTheEmployerAboveIt() {
        var report = report(89, 10);
        var event = report.file().outbox().pending().getFirst();
        assertThat(event.type()).isEqualTo("wage.dispatch.exceeded");
        assertThat(event.subject()).isEqualTo(FIRM);
        assertThat(Acting.lastEvent(report.file()).path("maximum").asInt()).isEqualTo(9);
        assertThat(report.file().state()).isEqualTo("EXCEEDED");
    }
}
