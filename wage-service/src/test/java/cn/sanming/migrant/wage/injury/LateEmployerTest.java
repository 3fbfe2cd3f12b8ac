package cn.sanming.migrant.wage.injury;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// An employer that reports after its thirty days does not take the worker's year from him (工伤保险条例 art. 17).
@ServiceTest
class LateEmployerTest {

    private static final String FIRM = "91350404MA0FJM020R";
    private static final String INJURIES = "/api/v1/wages/injuries";

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    private Api.Answer report(Who who, String person, String applicant) {
        return api.as(who)
                .post(
                        INJURIES,
                        Map.of(
                                "person_id", person,
                                "employer_uscc", FIRM,
                                "district", "350404",
                                "accident_on", "2024-07-22",
                                "place", "scaffold",
                                "cause", "fall",
                                "applicant", applicant));
    }

    @Test
    void aLateReportOfTheEmployerLeavesTheWorkerHisOwn() {
        clock.set("2024-09-02");
        var late = report(Who.firm(FIRM), "w-late-1", "EMPLOYER");
        assertThat(late.status()).as(late.raw().body()).isEqualTo(201);
        assertThat(report(Who.firm(FIRM), "w-late-1", "EMPLOYER").status()).isEqualTo(409);

        var own = report(Who.worker("w-late-1"), "w-late-1", "WORKER");
        assertThat(own.status()).as(own.raw().body()).isEqualTo(201);
        assertThat(report(Who.worker("w-late-1"), "w-late-1", "WORKER").status())
                .isEqualTo(409);

        var officer = api.as(Who.officer("hr", "350404", "HR_OFFICER"));
        var late1 = INJURIES + '/' + late.text("/id") + "/accept";
        assertThat(officer.post(late1, Map.of("clear_case", false)).text("/errors/0/code"))
                .isEqualTo("EMPLOYER_FILED_LATE");
        assertThat(officer.post(late1, Map.of("clear_case", false, "extension_reason", "typhoon"))
                        .status())
                .as("the worker's stands already")
                .isEqualTo(409);
        assertThat(officer.post(INJURIES + '/' + own.text("/id") + "/accept", Map.of("clear_case", false))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theWorkersReportStillStopsALateEmployer() {
        clock.set("2024-09-02");
        assertThat(report(Who.worker("w-late-2"), "w-late-2", "WORKER").status())
                .isEqualTo(201);
        assertThat(report(Who.firm(FIRM), "w-late-2", "EMPLOYER").text("/errors/0/code"))
                .isEqualTo("INJURY_REPORTED");
    }
}
