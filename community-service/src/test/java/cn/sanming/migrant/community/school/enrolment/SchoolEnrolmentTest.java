package cn.sanming.migrant.community.school.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.sanming.migrant.community.Acting;
import cn.sanming.migrant.community.school.EnrolmentAllocation;
import cn.sanming.migrant.community.school.EnrolmentPoints;
import cn.sanming.migrant.community.school.School;
import cn.sanming.migrant.community.school.SchoolAge;
import cn.sanming.migrant.community.school.SchoolDesk;
import cn.sanming.migrant.community.school.SeatBook;
import cn.sanming.migrant.community.school.Stage;
import cn.sanming.migrant.community.school.VaccinationProof;
import cn.sanming.migrant.community.school.known.CityRecords;
import cn.sanming.migrant.community.school.known.Known;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.test.RuleTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.mongodb.core.MongoTemplate;

class SchoolEnrolmentTest {

    private static final School SCHOOL =
            new School("sc-1", null, "一小", "350404", Stage.PRIMARY, true, "sc-1", null, School.Standard.NONE, null);

    private final EnrolmentPoints points = new EnrolmentPoints();
    private final SchoolAge age = new SchoolAge();
    private final RuleTable rules = new RuleTable(points, age, new EnrolmentAllocation());
    private final CityRecords city = mock(CityRecords.class);
    private final SchoolDesk schools = mock(SchoolDesk.class);
    private final SeatBook seats = mock(SeatBook.class);
    private final VaccinationProof vaccination = mock(VaccinationProof.class);
    private final MongoTemplate mongo = mock(MongoTemplate.class);
    private final FamilyMerits merits = new FamilyMerits(city);
    private final Scoring scoring = new Scoring(rules.book(), points, merits, schools, mongo);
    private final Placing placing = new Placing(schools, seats, vaccination, mongo);
    private final EnrolmentReview review = new EnrolmentReview(rules.book(), age, merits, mongo);

    private static SchoolEnrolment enrolment(String birth, Channel channel) {
        return new SchoolEnrolment(
                "se-1",
                CaseFile.opened("se-1", EnrolmentState.SUBMITTED, "350404", Acting.on("2024-05-06")),
                "C-1",
                LocalDate.parse(birth),
                null,
                null,
                List.of("P-1"),
                2024,
                Stage.PRIMARY,
                SchoolEnrolment.groupOf("350404", 2024, Stage.PRIMARY),
                null,
                LocalDate.parse("2024-05-06"),
                channel,
                List.of("sc-1"),
                Declared.NOTHING);
    }

    private void cityKnows(Known known) {
        when(city.of(any(), anyString(), anyString(), any())).thenReturn(known);
    }

    private static final Known KNOWN = new Known(LocalDate.parse("2022-05-06"), true, null, false, 12, true, true);

    @ParameterizedTest
    @CsvSource({"2018-08-30, ''", "2018-08-31, ''", "2018-09-01, UNDER_AGE"})
    void verifiesFromSixFullYearsOnTheCutOffDay(String birth, String refusal) {
        var verdict = review.verify(
                enrolment(birth, Channel.POINTS), new EnrolmentReview.Verification(null), Acting.on("2024-05-07"));
        assertThat(String.join(",", Acting.reasons(verdict))).isEqualTo(refusal);
    }

    @Test
    void rejectsTheOneWhoIsTooYoungAndNobodyElseForAge() {
        var ground = new EnrolmentReview.Rejection(SchoolEnrolment.RejectionGround.UNDER_AGE, null);
        var young = enrolment("2018-09-01", Channel.POINTS);
        Acting.granted(review.reject(young, ground, Acting.on("2024-05-07")));
        assertThat(young.rejection).isEqualTo(SchoolEnrolment.RejectionGround.UNDER_AGE);
        assertThat(Acting.reasons(
                        review.reject(enrolment("2018-08-31", Channel.POINTS), ground, Acting.on("2024-05-07"))))
                .containsExactly("OLD_ENOUGH");
    }

    @ParameterizedTest
    @CsvSource({"2024-05-30, ROUND_IS_OPEN", "2024-05-31, ROUND_IS_OPEN", "2024-06-01, ''"})
    void scoresOnlyAfterTheClosingDay(String day, String refusal) {
        cityKnows(KNOWN);
        when(mongo.findById("350404|2024|PRIMARY", EnrolmentRound.class))
                .thenReturn(new EnrolmentRound(
                        "350404|2024|PRIMARY",
                        "350404",
                        2024,
                        Stage.PRIMARY,
                        LocalDate.parse("2024-05-01"),
                        LocalDate.parse("2024-05-31")));
        var one = enrolment("2017-03-01", Channel.POINTS);
        assertThat(String.join(",", Acting.reasons(scoring.score(one, Acting.on(day)))))
                .isEqualTo(refusal);
        if (refusal.isEmpty()) {
            assertThat(one.total()).isEqualTo(24 + 12 + 10);
            assertThat(one.points.parameters()).extracting(used -> used.id()).containsExactly("edu.points");
        } else {
            assertThat(one.total()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"2024-05-07, CITY_IS_SILENT", "2024-05-09, CITY_IS_SILENT", "2024-05-10, ''", "2024-05-11, ''"})
    void waitsThreeDaysForASilentDepartmentAndThenCountsWithoutIt(String day, String refusal) {
        cityKnows(Known.NOTHING);
        var one = enrolment("2017-03-01", Channel.POINTS);
        one.file.move("verify", "VERIFIED", "EDU_OFFICER", Acting.on("2024-05-07"), null);
        assertThat(String.join(",", Acting.reasons(scoring.score(one, Acting.on(day)))))
                .isEqualTo(refusal);
    }

    @Test
    void doesNotWaitForWhomThePaperIsThere() {
        cityKnows(Known.NOTHING);
        var one = enrolment("2017-03-01", Channel.POINTS);
        one.handed.add(Paper.PENSION_STATEMENT);
        one.declared = new Declared(null, 61, null, null, null);
        Acting.granted(scoring.score(one, Acting.on("2024-05-07")));
        assertThat(one.points.result().insurance()).isEqualTo(60);
    }

    @Test
    void asksForNoPaperNearHome() {
        cityKnows(Known.NOTHING);
        assertThat(merits.of(enrolment("2017-03-01", Channel.CATCHMENT), LocalDate.parse("2024-05-07"))
                        .needed())
                .isEmpty();
    }

    private SchoolEnrolment publicised() {
        cityKnows(KNOWN);
        var one = enrolment("2017-03-01", Channel.POINTS);
        Acting.granted(scoring.score(one, Acting.on("2024-05-20")));
        Acting.granted(scoring.publicise(one, Acting.on("2024-05-20")));
        Acting.moved(one, EnrolmentState.PUBLICISED, "2024-05-20");
        when(schools.find("sc-1")).thenReturn(Optional.of(SCHOOL));
        return one;
    }

    @Test
    void isShownForFiveWorkingDaysAndPlacedOnTheSixth() {
        var one = publicised();
        assertThat(one.objectionsUntil).isEqualTo("2024-05-27");
        assertThat(one.placedFrom).isEqualTo("2024-05-28");
    }

    @ParameterizedTest
    @CsvSource({"2024-05-27, PUBLICITY_RUNNING", "2024-05-28, ''", "2024-05-29, ''"})
    void isPlacedOnlyWhenPublicityIsOver(String day, String refusal) {
        var one = publicised();
        when(seats.take(eq("sc-1"), eq(2024), eq("se-1"), any())).thenReturn(true);
        assertThat(String.join(",", Acting.reasons(placing.admit(one, new Placing.Placement("sc-1"), Acting.on(day)))))
                .isEqualTo(refusal);
        assertThat(Acting.events(one)).hasSize(refusal.isEmpty() ? 1 : 0);
        if (!refusal.isEmpty()) {
            verify(seats, never()).take(anyString(), anyInt(), anyString(), any());
        }
    }

    @Test
    void staysInTheRankingWhenTheSchoolIsFull() {
        var one = publicised();
        assertThat(Acting.reasons(placing.admit(one, new Placing.Placement("sc-1"), Acting.on("2024-05-28"))))
                .containsExactly("NO_FREE_SEAT");
        assertThat(one.schoolId).isNull();
        assertThat(Acting.events(one)).isEmpty();
    }

    @Test
    void saysWhereTheChildIsPlacedAndNothingOfTheFamily() {
        var one = publicised();
        when(seats.take(eq("sc-1"), eq(2024), eq("se-1"), any())).thenReturn(true);
        Acting.granted(placing.coordinate(one, new Placing.Placement("sc-1"), Acting.on("2024-05-28")));
        assertThat(Acting.events(one))
                .containsExactly("community.enrolment.placed {\"child_id\":\"C-1\",\"school_id\":\"sc-1\","
                        + "\"state\":\"COORDINATED\",\"points\":46,\"placed_on\":\"2024-05-28\"}");
    }

    @Test
    void correctsOnlyAfterAnObjectionAndCountsWhatIsProven() {
        var one = publicised();
        var correction = new Scoring.Correction(new Declared(null, null, null, 4, null), "证书漏登");
        assertThat(Acting.reasons(scoring.correct(one, correction, Acting.on("2024-05-21"))))
                .containsExactly("NO_OBJECTION");
        one.objectedOn = LocalDate.parse("2024-05-21");
        Acting.granted(scoring.correct(one, correction, Acting.on("2024-05-21")));
        assertThat(one.total()).isEqualTo(50);
    }

    @Test
    void enrolsWithoutABookletWhenTheVaccinationUnitVouches() {
        var one = publicised();
        var arrival = new Placing.Arrival(LocalDate.parse("2024-09-01"), null);
        assertThat(Acting.reasons(placing.enrol(one, arrival, Acting.on("2024-09-01"))))
                .containsExactly("VACCINATION_NOT_CHECKED");
        when(vaccination.complete(eq("C-1"), any(), any())).thenReturn(true);
        Acting.granted(placing.enrol(one, arrival, Acting.on("2024-09-01")));
    }

    @Test
    void replaysAnAllocationIdenticallyAndNoticesEveryChange() {
        var rule = new EnrolmentAllocation();
        var first = new EnrolmentAllocation.Application("se-1", 50, 12, LocalDate.parse("2022-05-06"), List.of("sc-1"));
        var second =
                new EnrolmentAllocation.Application("se-2", 50, 12, LocalDate.parse("2022-05-05"), List.of("sc-1"));
        var facts = new EnrolmentAllocation.Facts(List.of(first, second), Map.of("sc-1", 1));
        var finding = rules.book().decide(rule, facts).result();
        assertThat(finding.result().get("se-2").school()).isEqualTo("sc-1");
        assertThat(finding.result().get("se-1").state()).isEqualTo(EnrolmentAllocation.State.PUBLICISED);
        var kept = new AllocationRun(
                "al-1",
                "g",
                Channel.POINTS,
                Acting.on("2024-05-28").at(),
                facts,
                finding,
                AllocationRun.digest(facts, finding));
        assertThat(kept.replaysIdentically(rules.book(), rule)).isTrue();
        var changed = new EnrolmentAllocation.Facts(List.of(first, second), Map.of("sc-1", 2));
        assertThat(new AllocationRun("al-1", "g", Channel.POINTS, kept.at(), changed, finding, kept.digest())
                        .replaysIdentically(rules.book(), rule))
                .isFalse();
        var renamed = new EnrolmentAllocation.Facts(
                List.of(
                        first,
                        new EnrolmentAllocation.Application(
                                "se-2", 51, 12, LocalDate.parse("2022-05-05"), List.of("sc-1"))),
                Map.of("sc-1", 1));
        assertThat(new AllocationRun("al-1", "g", Channel.POINTS, kept.at(), renamed, finding, kept.digest())
                        .replaysIdentically(rules.book(), rule))
                .isFalse();
    }
}
