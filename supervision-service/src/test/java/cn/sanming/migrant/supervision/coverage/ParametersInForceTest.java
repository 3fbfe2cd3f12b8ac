package cn.sanming.migrant.supervision.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.reference.Parameter;
import cn.sanming.migrant.platform.reference.Policy;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersInForceTest {

    private static final LocalDate DAY = LocalDate.parse("2024-06-30");
    private final ParametersInForce parameters = new ParametersInForce(Policy.of(List.of(
            own("supervision.target.X", "5", null),
            own("supervision.target.X", "3", "350424"),
            own("job.fairs.annual_target", "20", null))));

    private static Parameter own(String id, String value, String district) {
        return new Parameter(
                id,
                List.of("M01"),
                value,
                "count",
                "A",
                "clause",
                false,
                LocalDate.parse("2022-01-01"),
                null,
                district);
    }

    private List<ParametersInForce.Row> rows(String measure, LocalDate on, String district, String id) {
        return parameters.of(measure, on, district).stream()
                .filter(row -> row.id().equals(id))
                .toList();
    }

    @Test
    void namesOwnerAndUserOfAFigureOnce() {
        assertThat(rows("M01", DAY, null, "job.fairs.annual_target"))
                .singleElement()
                .satisfies(row -> assertThat(row.services()).containsExactly("job-service", "supervision-service"));
    }

    @Test
    void changesTheDepositRateOnItsDay() {
        assertThat(rows("M15", DAY, null, "wage.deposit.rate"))
                .extracting(ParametersInForce.Row::value)
                .containsExactly("0.02");
        assertThat(rows("M15", DAY.plusDays(1), null, "wage.deposit.rate"))
                .extracting(ParametersInForce.Row::value)
                .containsExactly("0.015");
    }

    @Test
    void showsACountyItsOwnFigureBesideThatOfTheCity() {
        assertThat(rows("M01", DAY, "350424", "supervision.target.X"))
                .extracting(ParametersInForce.Row::value)
                .containsExactlyInAnyOrder("5", "3");
        assertThat(rows("M01", DAY, "350404", "supervision.target.X"))
                .extracting(ParametersInForce.Row::value)
                .containsExactly("5");
    }
}
