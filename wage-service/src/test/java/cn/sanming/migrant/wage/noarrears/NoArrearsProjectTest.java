package cn.sanming.migrant.wage.noarrears;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.wage.Acting;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoArrearsProjectTest {

    private final NoArrearsProject assessment =
            NoArrearsProject.applied("pj-1", Acting.CONTRACTOR, "350404", Acting.firm(Acting.CONTRACTOR, "2024-06-03"));

    private static Sheet sheet(String role, String by, String total) {
        return new Sheet(role, by, Instant.parse("2024-06-04T01:00:00Z"), List.of(), new BigDecimal(total));
    }

    private void scored(String hr, String housing) {
        assessment.assess(sheet("HR_OFFICER", "hr-1", hr));
        assessment.assess(sheet("HOUSING_OFFICER", "housing-1", housing));
        assessment.jointScore();
    }

    @Test
    void hasNoJointScoreBeforeBothOfficesHaveMarked() {
        assertThat(Acting.codes(assessment.jointScore())).containsExactly("HR_SHEET_MISSING", "HOUSING_SHEET_MISSING");

        assessment.assess(sheet("HR_OFFICER", "hr-1", "96"));

        assertThat(Acting.codes(assessment.jointScore())).containsExactly("HOUSING_SHEET_MISSING");
    }

    @Test
    void takesTheMeanOfBothSheetsWithoutRounding() {
        scored("95.0", "94.9");

        assertThat(assessment.score()).isEqualByComparingTo("94.95");
    }

    @Test
    void doesNotLetOnePersonBeBothOffices() {
        assessment.assess(sheet("HR_OFFICER", "both", "96"));

        assertThat(Acting.codes(assessment.assess(sheet("HOUSING_OFFICER", "both", "96"))))
                .containsExactly("FOUR_EYES");
    }

    @Test
    void isPublicisedFromTheLeastScoreOnAndRefusedBelow() {
        scored("95", "95");
        var until = LocalDate.parse("2024-06-14");

        assertThat(Acting.codes(assessment.publicise(false, true, until)))
                .containsExactly("SCORE_TOO_LOW", "OPEN_ARREARS");
        assertThat(Acting.codes(assessment.publicise(true, false, until))).isEmpty();
        assertThat(Acting.codes(assessment.refuse(true))).containsExactly("SCORE_HIGH_ENOUGH");
    }

    @Test
    void isGrantedOnTheDayAfterThePublicity() {
        scored("96", "97");
        assessment.publicise(true, false, LocalDate.parse("2024-06-14"));

        assertThat(Acting.codes(assessment.grant(false, Acting.officer("HR_OFFICER", "2024-06-14"))))
                .containsExactly("PUBLICITY_NOT_OVER");
        assertThat(Acting.codes(assessment.grant(true, Acting.officer("HR_OFFICER", "2024-06-17"))))
                .containsExactly("OPEN_ARREARS");
        assertThat(Acting.codes(assessment.grant(false, Acting.officer("HR_OFFICER", "2024-06-17"))))
                .isEmpty();

        assertThat(Acting.types(assessment.file())).containsExactly("wage.noarrears.granted");
        assertThat(Acting.lastEvent(assessment.file()).path("score").decimalValue())
                .isEqualByComparingTo("96.5");
    }

    @Test
    void losesThePlateWithTheFirstArrears() {
        assertThat(Acting.codes(assessment.revoke(false, Acting.officer("HR_OFFICER", "2024-07-01"))))
                .containsExactly("NO_ARREARS_ON_PROJECT");
        assertThat(Acting.codes(assessment.revoke(true, Acting.system("2024-07-01"))))
                .isEmpty();

        assertThat(Acting.types(assessment.file())).containsExactly("wage.noarrears.revoked");
        assertThat(Acting.lastEvent(assessment.file()).path("cause_event_id").asString())
                .isNotEmpty();
    }

    @Test
    void keepsOnlyWhatAnUpheldObjectionLeaves() {
        scored("96", "96");

        assertThat(Acting.codes(assessment.object(new BigDecimal("97")))).containsExactly("SCORE_RAISED_BY_OBJECTION");
        assertThat(Acting.codes(assessment.object(new BigDecimal("90")))).isEmpty();
        assertThat(assessment.score()).isEqualByComparingTo("90");
    }
}
