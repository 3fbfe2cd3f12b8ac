package cn.sanming.migrant.training.competition;

import static cn.sanming.migrant.training.Acting.events;
import static cn.sanming.migrant.training.Acting.granted;
import static cn.sanming.migrant.training.Acting.move;
import static cn.sanming.migrant.training.Acting.on;
import static cn.sanming.migrant.training.Acting.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A competition and its entries: results, publicity, objections, awards.
class CompetitionTest {

    private static final LocalDate LAST_DAY = LocalDate.parse("2024-10-09");
    private static final LocalDate FROM = LocalDate.parse("2024-10-10");

    private final Competition competition = Competition.draft(
            new Competition.Plan(
                    "电工竞赛",
                    "主题",
                    Competition.Level.CITY,
                    "6-31-01-03",
                    "SM-ZGH",
                    null,
                    LocalDate.parse("2024-09-20"),
                    50),
            on("2024-09-01"));
    private CompetitionEntry winner;
    private CompetitionEntry other;

    @BeforeEach
    void enter() {
        winner = entry("P-1");
        other = entry("P-2");
    }

    private CompetitionEntry entry(String person) {
        var asked = new CompetitionEntry.Registration(competition.id(), person, true);
        return CompetitionEntry.registered(asked, null, on("2024-09-02"));
    }

    private void publicise(@Nullable List<Competition.Place> places) {
        granted(competition.publiciseResults(List.of(winner.id(), other.id()), places, on("2024-09-26")));
        move(competition, Competition.State.RESULTS_PUBLICISED);
    }

    private List<Competition.Place> gold() {
        return List.of(new Competition.Place(winner.id(), 1, "一等奖"));
    }

    @ParameterizedTest
    @CsvSource({"0, NOBODY_CONFIRMED", "1,", "2,"})
    void startsWithSomebodyConfirmed(long confirmed, String reason) {
        assertThat(String.join(",", reasons(competition.start(confirmed)))).isEqualTo(reason == null ? "" : reason);
    }

    @ParameterizedTest
    @CsvSource({"2024-10-09, PUBLICITY_NOT_OVER", "2024-10-10,", "2024-10-11,"})
    void closesFromTheSixthWorkingDayOn(String day, String reason) {
        publicise(gold());
        assertThat(String.join(",", reasons(competition.close(FROM, 2, 2, null, on(day)))))
                .isEqualTo(reason == null ? "" : reason);
        assertThat(events(competition)).hasSize(reason == null ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"2024-10-08,", "2024-10-09,", "2024-10-10, PUBLICITY_IS_OVER"})
    void hearsObjectionsUntilTheFifthWorkingDay(String day, String reason) {
        publicise(gold());
        assertThat(String.join(",", reasons(competition.object(other.id(), LAST_DAY, on(day)))))
                .isEqualTo(reason == null ? "" : reason);
    }

    @Test
    void closesOnlyWhenEveryObjectionIsAnswered() {
        assertThat(reasons(competition.object(other.id(), LAST_DAY, on("2024-09-27"))))
                .containsExactly("RESULTS_NOT_PUBLICISED");
        publicise(gold());
        granted(competition.object(other.id(), LAST_DAY, on("2024-09-27")));
        assertThat(reasons(competition.close(FROM, 2, 2, null, on("2024-10-10"))))
                .containsExactly("OBJECTION_IS_OPEN");
        granted(competition.answer(other.id(), on("2024-10-10")));
        assertThat(reasons(competition.answer(other.id(), on("2024-10-10")))).containsExactly("NO_OPEN_OBJECTION");
        granted(competition.close(FROM, 2, 2, null, on("2024-10-10")));
    }

    @Test
    void awardsExactlyWhatWasPublicised() {
        publicise(gold());
        assertThat(reasons(winner.award(competition, null, null, on("2024-10-10"))))
                .containsExactly("COMPETITION_NOT_CLOSED");
        granted(competition.close(FROM, 2, 2, 1, on("2024-10-10")));
        move(competition, Competition.State.CLOSED);
        assertThat(reasons(other.award(competition, 2, "二等奖", on("2024-10-10"))))
                .containsExactly("NOT_AMONG_THE_PUBLICISED");
        assertThat(reasons(winner.award(competition, 1, "二等奖", on("2024-10-10"))))
                .containsExactly("NOT_AS_PUBLICISED");
        granted(winner.award(competition, null, null, on("2024-10-10")));
        assertThat(events(winner)).containsExactly("training.award.granted");
        assertThat(reasons(winner.finish(competition, on("2024-10-11")))).containsExactly("AWAITS_ITS_AWARD");
        granted(other.finish(competition, on("2024-10-10")));
    }

    @ParameterizedTest
    @CsvSource({"0, NO_SUCH_RANK", "1,", "2,"})
    void ranksFromOneWhereNoPlacesWerePublicised(int rank, String reason) {
        publicise(null);
        granted(competition.close(FROM, 2, 2, 1, on("2024-10-10")));
        move(competition, Competition.State.CLOSED);
        assertThat(String.join(",", reasons(winner.award(competition, rank, "奖", on("2024-10-10")))))
                .isEqualTo(reason == null ? "" : reason);
    }

    @Test
    void scoresOnlyWhileItIsInProgress() {
        assertThat(reasons(winner.compete(false, BigDecimal.TEN))).containsExactly("COMPETITION_NOT_IN_PROGRESS");
        granted(winner.compete(true, BigDecimal.TEN));
    }
}
