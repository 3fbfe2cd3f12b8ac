package cn.sanming.migrant.wage.heat;

import static cn.sanming.migrant.wage.Acting.FIRM;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.RuleTable;
import cn.sanming.migrant.wage.Acting;
import cn.sanming.migrant.wage.heat.OutdoorWork.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HotDaysTest {

    private static final LocalDate DAY = LocalDate.of(2024, 7, 15);
    private static final HeatBands BANDS = new HeatBands();
    private static final RuleTable RULES = new RuleTable(BANDS);

    private static HeatBands.Finding limits(String temperature, String industry) {
        return RULES.book()
                .decide(BANDS, new HeatBands.Facts(new BigDecimal(temperature), industry, DAY))
                .result();
    }

    private static OutdoorWorkRecord worked(
            String hours, String from, String to, boolean overtime, int persons, String emergency) {
        var windows = List.of(new Window(LocalTime.parse(from), LocalTime.parse(to)));
        var work = new OutdoorWork("CONSTRUCTION", new BigDecimal(hours), windows, overtime, persons, emergency);
        return OutdoorWorkRecord.of(FIRM, "350404", DAY, null, work, Acting.firm(FIRM, "2024-07-15"));
    }

    @Test
    void raisesAnAlertAgainOnlyWhenTheBandRises() {
        var context = Acting.officer("HR_OFFICER", "2024-07-15");
        var alert = HeatAlert.raised("350404", DAY, new BigDecimal("35.0"), HeatBand.ROTATE_NO_OVERTIME, context);
        alert.follow(new BigDecimal("36.5"), HeatBand.ROTATE_NO_OVERTIME, context);
        assertThat(alert.maxTemperature()).isEqualByComparingTo("36.5");
        alert.follow(new BigDecimal("34.0"), HeatBand.NONE, context);
        assertThat(alert.band()).isEqualTo(HeatBand.ROTATE_NO_OVERTIME);
        alert.follow(new BigDecimal("37.0"), HeatBand.MAX_6_HOURS, context);
        assertThat(Acting.types(alert.file())).containsExactly("wage.heat.alerted", "wage.heat.alerted");
        assertThat(Acting.lastEvent(alert.file()).path("band").asString()).isEqualTo("MAX_6_HOURS");
    }

    @ParameterizedTest
    @CsvSource({
        "36.0, 8.0, 06:00, 11:00, ''",
        "36.0, 8.0, 06:00, 11:01, FORBIDDEN_WINDOW",
        "36.0, 8.0, 15:00, 18:00, ''",
        "36.0, 8.0, 14:59, 18:00, FORBIDDEN_WINDOW",
        "37.0, 6.0, 06:00, 11:00, ''",
        "37.0, 6.1, 06:00, 11:00, MAX_OUTDOOR_HOURS",
        "40.0, 0.1, 06:00, 06:05, STOP_OUTDOOR",
        "34.9, 14.0, 06:00, 20:00, ''",
    })
    void holdsTheWorkAgainstTheHeat(String temperature, String hours, String from, String to, String breach) {
        var record = worked(hours, from, to, false, 0, null);
        record.assess(limits(temperature, "CONSTRUCTION"), true, Acting.system("2024-07-15"));
        assertThat(record.view().violations().stream().map(Enum::name))
                .containsExactlyElementsOf(breach.isEmpty() ? List.of() : List.of(breach));
    }

    @Test
    void publishesEachBreachOnce() {
        var record = worked("9.0", "08:00", "18:00", true, 1, null);
        record.assess(limits("37.5", "CONSTRUCTION"), false, Acting.system("2024-07-15"));
        assertThat(record.assess(limits("37.5", "CONSTRUCTION"), false, Acting.system("2024-07-16")))
                .isFalse();
        assertThat(record.view().violations())
                .containsExactly(
                        HeatBreach.MAX_OUTDOOR_HOURS,
                        HeatBreach.FORBIDDEN_WINDOW,
                        HeatBreach.NO_OVERTIME,
                        HeatBreach.PROTECTED_PERSON);
        assertThat(Acting.types(record.file())).hasSize(4).containsOnly("wage.heat.violated");
        assertThat(record.file().state()).isEqualTo("VIOLATED");
    }

    @Test
    void excusesAnEmergencyWithARecordedReason() {
        var record = worked("9.0", "08:00", "18:00", true, 0, "burst water main");
        record.assess(limits("41.0", "CONSTRUCTION"), true, Acting.system("2024-07-15"));
        assertThat(record.view().violations()).isEmpty();
    }
}
