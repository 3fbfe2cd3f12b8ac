package cn.sanming.migrant.community.station;

import static cn.sanming.migrant.community.Acting.events;
import static cn.sanming.migrant.community.Acting.on;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.community.opening.WeekHours;
import cn.sanming.migrant.platform.test.RuleTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rest stations without any server.
class StationTest {

    private static final List<String> ALL = List.of("SEAT", "WATER", "CHARGER", "MICROWAVE", "FIRST_AID", "COOLING");

    private static RestStation station() {
        var plan = new StationDesk.NewStation(
                "列东驿站",
                "列东街1号",
                "350404",
                new Position(26.27, 117.63),
                20,
                ALL,
                WeekHours.daily(LocalTime.of(8, 0), LocalTime.of(18, 0)));
        return RestStation.planned("rs-1", plan, "350404", on("2024-07-01"));
    }

    private static RestStation open() {
        var station = station();
        station.open(on("2024-07-02"));
        station.file().move("open", StationState.OPEN.name(), "UNION_OFFICER", on("2024-07-02"), null);
        return station;
    }

    @Test
    void saysWithWhatItOpens() {
        assertThat(events(open()))
                .containsExactly("community.reststation.opened {\"district_code\":\"350404\",\"address\":\"列东街1号\","
                        + "\"facilities\":[\"SEAT\",\"WATER\",\"CHARGER\",\"MICROWAVE\",\"FIRST_AID\",\"COOLING\"],"
                        + "\"open_hours\":\"MON,TUE,WED,THU,FRI,SAT,SUN 08:00-18:00\",\"opened_on\":\"2024-07-02\"}");
    }

    @ParameterizedTest
    @CsvSource({"5, false", "6, true"})
    void needsEverythingTheListNames(int present, boolean mayOpen) {
        var facilities = String.join("','", ALL.subList(0, present));
        var answer = new RuleTable(new StationFacilities())
                .answer("REST_STATION", "{'facilities': ['%s']}".formatted(facilities));
        assertThat(answer.path("may_open").asBoolean()).isEqualTo(mayOpen);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-07-15T17:59, false, true",
        "2024-07-15T18:00, false, false",
        "2024-07-15T18:00, true, true",
        "2024-07-15T20:59, true, true",
        "2024-07-15T21:00, true, false",
        "2024-07-15T07:59, true, false"
    })
    void staysOpenLongerOnAHotDay(LocalDateTime now, boolean hot, boolean openNow) {
        var heat = hot
                ? new HeatDay(
                        "h", "350404", LocalDate.parse("2024-07-15"), "MAX_6_HOURS", LocalTime.of(21, 0), Instant.EPOCH)
                : null;
        assertThat(StationPin.of(open(), now, heat, null).openNow()).isEqualTo(openNow);
    }

    @Test
    void measuresAsTheCrowFlies() {
        // one degree of latitude on a sphere of 6371 km
        assertThat(new Position(26, 117).metresTo(new Position(27, 117))).isCloseTo(111_194.9, Offset.offset(0.1));
        assertThat(new Position(26, 117).metresTo(new Position(26, 117))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 8", "2, 16", "8, 64"})
    void readsEveryCellOfARingOnce(int ring, int cells) {
        var keys = Cell.of(new Position(26.27, 117.63)).ring(ring);
        assertThat(keys).hasSize(cells).doesNotHaveDuplicates();
    }
}
