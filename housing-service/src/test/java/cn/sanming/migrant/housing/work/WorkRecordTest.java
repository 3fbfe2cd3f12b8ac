package cn.sanming.migrant.housing.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkRecordTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 5, 20);
    private static final Spell OLD = job("2021-05-01", "91350404MA0FJM012Y");
    private static final Spell OTHER = job("2023-01-01", "91350404MA0FJM020R");

    private static Spell job(String from, String firm) {
        return new Spell(LocalDate.parse(from), null, firm, "350404", Spell.Source.EVENT);
    }

    @Test
    void isOutdatedByAJobThatTheAnswerOfTheDayDidNotKnow() {
        var asked = WorkRecord.empty("P-1").answered(List.of(), TODAY);
        assertThat(asked.isOf(TODAY)).isTrue();
        assertThat(asked.isOf(TODAY.plusDays(1))).isFalse();

        var told = asked.hears(OLD);
        assertThat(told.isOf(TODAY)).isFalse();
        assertThat(told.answered(List.of(OLD), TODAY).isOf(TODAY)).isTrue();
    }

    @Test
    void isNotOutdatedByWhatTheAnswerKnewAlready() {
        var asked = WorkRecord.empty("P-1").answered(List.of(OLD), TODAY);

        assertThat(asked.hears(OLD).isOf(TODAY)).isTrue();
        assertThat(asked.hears(OTHER).hears(OLD).isOf(TODAY)).isFalse();
    }
}
