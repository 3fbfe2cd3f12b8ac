package cn.sanming.migrant.wage.employment;

import static cn.sanming.migrant.wage.Acting.FIRM;
import static cn.sanming.migrant.wage.Acting.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.wage.Acting;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EmploymentTest {

    private final Employment employment = Employment.begin(
            WORKER,
            FIRM,
            "350404",
            LocalDate.of(2024, 3, 1),
            LocalDate.of(2024, 4, 1),
            Source.PLACEMENT,
            new Employment.Terms(null, null, null),
            Acting.system("2024-03-01"));

    @Test
    void publishesOverdueOnceWhenNobodySigned() {
        employment.look(null, Acting.system("2024-04-02"));
        assertThat(Acting.types(employment.file())).containsExactly("wage.contract.overdue");
        var event = Acting.lastEvent(employment.file());
        assertThat(event.path("due_on").asString()).isEqualTo("2024-04-01");
        assertThat(event.path("start_on").asString()).isEqualTo("2024-03-01");
        assertThat(employment.watchedDueOn()).isNull();
    }

    @Test
    void staysSilentWhenTheContractWasSignedOnTheDueDay() {
        employment.look(LocalDate.of(2024, 4, 1), Acting.system("2024-04-02"));
        assertThat(employment.file().outbox().pending()).isEmpty();
        assertThat(employment.watchedDueOn()).isNull();
    }

    @Test
    void countsAContractSignedADayTooLateAsOverdue() {
        employment.look(LocalDate.of(2024, 4, 2), Acting.system("2024-04-03"));
        assertThat(employment.file().outbox().pending()).hasSize(1);
    }

    @Test
    void isNotWatchedAnyMoreWhenItEndedBeforeTheContractWasDue() {
        employment.end(LocalDate.of(2024, 3, 31), "EMPLOYER", Acting.firm(FIRM, "2024-03-31"));
        assertThat(employment.watchedDueOn()).isNull();
        assertThat(EmploymentView.of(employment, null).period().to()).isEqualTo("2024-04-01");
    }

    @Test
    void isStillWatchedWhenItEndedOnTheDueDay() {
        employment.end(LocalDate.of(2024, 4, 1), "EMPLOYER", Acting.firm(FIRM, "2024-04-01"));
        assertThat(employment.watchedDueOn()).isEqualTo("2024-04-01");
    }

    @Test
    void refusesAnEndThatCannotBe() {
        var context = Acting.firm(FIRM, "2024-03-10");
        assertThat(Acting.codes(employment.end(LocalDate.of(2024, 2, 29), "EMPLOYER", context)))
                .containsExactly("END_BEFORE_START");
        assertThat(Acting.codes(employment.end(LocalDate.of(2024, 3, 11), "EMPLOYER", context)))
                .containsExactly("END_IN_THE_FUTURE");
        employment.end(LocalDate.of(2024, 3, 10), "EMPLOYER", context);
        assertThat(Acting.codes(employment.end(LocalDate.of(2024, 3, 10), "EMPLOYER", context)))
                .containsExactly("EMPLOYMENT_ENDED");
    }
}
