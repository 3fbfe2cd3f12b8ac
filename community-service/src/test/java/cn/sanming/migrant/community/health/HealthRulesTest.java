package cn.sanming.migrant.community.health;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.RuleTable;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthRulesTest {

    private final RuleTable rules = new RuleTable(new HealthRecordCount(), new FollowUpDue(), new VaccinationFileDue());

    @ParameterizedTest
    @CsvSource({"2024-07-14, false", "2024-07-15, true", "2024-07-16, true"})
    void countsAResidentFromSixMonthsOn(LocalDate asOf, boolean counted) {
        var answer =
                rules.answer("HEALTH_RECORD_DENOMINATOR", "{'residence_start': '2024-01-15', 'as_of': '" + asOf + "'}");
        assertThat(answer.path("counted").asBoolean()).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-30, true, 2025-02-28",
        "2024-11-30, false, 2024-12-14",
        "2024-02-29, true, 2024-05-29",
        "2024-12-20, false, 2025-01-03"
    })
    void plansTheNextVisitByWhetherTheConditionIsControlled(LocalDate last, boolean controlled, String due) {
        var answer =
                rules.answer("FOLLOWUP_DUE", "{'last_followup': '" + last + "', 'controlled': " + controlled + "}");
        assertThat(answer.path("due_on").asString()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"2017-04-01, 2024-06-30", "2017-03-31, ''", "2017-03-30, ''", "2024-03-31, 2024-06-30"})
    void asksForAFileOfChildrenUnderSeven(LocalDate birth, String due) {
        var answer = rules.answer("VACCINATION_FILE", "{'child_birth': '" + birth + "', 'arrived_on': '2024-03-31'}");
        var found = answer.path("file_due_on");
        assertThat(found.isNull() ? "" : found.asString()).isEqualTo(due);
    }
}
