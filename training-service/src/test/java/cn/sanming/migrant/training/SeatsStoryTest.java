package cn.sanming.migrant.training;

import static cn.sanming.migrant.training.Desk.ELECTRICIAN;
import static cn.sanming.migrant.training.Desk.SCHOOL;
import static cn.sanming.migrant.training.Desk.UNION;
import static cn.sanming.migrant.training.Desk.worker;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.training.seat.Seats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Exactly as many as there are seats, however many ask in the same moment.
@ServiceTest
@Import(Desk.class)
class SeatsStoryTest {

    private static final int REQUESTS = 200;

    @Autowired
    Desk desk;

    @Autowired
    Seats seats;

    @Test
    void admitsExactlyAsManyAsThereAreSeats() throws Exception {
        desk.on("2024-03-01");
        var course = desk.openClass(Desk.plan("PRE_JOB", 30, Map.of()));
        var enrolments = inParallel(i -> desk.enrol("P-S" + i, course));
        assertThat(enrolments).doesNotHaveDuplicates().hasSize(REQUESTS);
        var statuses = inParallel(i -> desk.post(SCHOOL, "enrolments/" + enrolments.get(i) + "/admit", Map.of())
                .status());
        assertThat(statuses.stream().collect(groupingBy(status -> status, counting())))
                .isEqualTo(Map.of(200, 30L, 422, 170L));
        assertThat(admitted(course)).hasSize(30);
        var waiting =
                enrolments.stream().filter(id -> !admitted(course).contains(id)).toList();
        desk.refused(SCHOOL, "enrolments/" + waiting.getFirst() + "/admit", Map.of(), 422, "CLASS_FULL");
        desk.done(SCHOOL, "enrolments/" + admitted(course).getFirst() + "/drop");
        var second = inParallel(i -> desk.post(SCHOOL, "enrolments/" + waiting.get(i % 170) + "/admit", Map.of())
                .status());
        assertThat(second.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(admitted(course)).hasSize(30);
        desk.everyQueryHasAnIndex();
    }

    private List<String> admitted(String course) {
        var ids = new ArrayList<String>();
        desk.get(SCHOOL, "enrolments?class_id=" + course + "&state=ADMITTED&limit=200")
                .body()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    @Test
    void enrolsAPersonOnceInAClass() throws Exception {
        desk.on("2024-03-01");
        var course = desk.openClass(Desk.plan("PRE_JOB", 30, Map.of()));
        var asked = Map.of("class_id", course, "person_id", "P-T1", "is_migrant_worker", true);
        var statuses =
                inParallel(i -> desk.post(worker("P-T1"), "enrolments", asked).status());
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses).containsOnly(201, 409);
    }

    /// A seat is taken before the enrolment is saved; what a crash in between leaves behind is no lost seat.
    @Test
    void givesBackAtNightWhatACrashLeftBehind() {
        desk.on("2024-03-01");
        var course = desk.openClass(Desk.plan("PRE_JOB", 1, Map.of()));
        var lost = desk.enrol("P-U1", course);
        var next = desk.enrol("P-U2", course);
        assertThat(seats.take(course, lost, 1, LocalDate.parse("2024-03-01"))).isTrue();
        desk.refused(SCHOOL, "enrolments/" + next + "/admit", Map.of(), 422, "CLASS_FULL");
        desk.run("release-seats", "2024-03-01");
        desk.refused(SCHOOL, "enrolments/" + next + "/admit", Map.of(), 422, "CLASS_FULL");
        desk.run("release-seats", "2024-03-02");
        desk.run("release-seats", "2024-03-02");
        desk.done(SCHOOL, "enrolments/" + next + "/admit");
        desk.refused(SCHOOL, "enrolments/" + lost + "/admit", Map.of(), 422, "CLASS_FULL");
        desk.run("release-seats", "2024-03-03");
        assertThat(admitted(course)).containsExactly(next);
        desk.refused(SCHOOL, "enrolments/" + lost + "/admit", Map.of(), 422, "CLASS_FULL");
        desk.everyQueryHasAnIndex();
    }

    @Test
    void confirmsExactlyAsManyAsTheQuota() throws Exception {
        desk.on("2024-03-01");
        var competition = desk.done(UNION, "competitions", plan(7)).text("/id");
        desk.done(UNION, "competitions/" + competition + "/publish");
        desk.done(UNION, "competitions/" + competition + "/open_registration");
        var entries = inParallel(i -> desk.done(
                        worker("P-C" + i),
                        "competition-entries",
                        Map.of("competition_id", competition, "person_id", "P-C" + i, "is_migrant_worker", true))
                .text("/id"));
        var statuses = inParallel(i -> desk.post(UNION, "competition-entries/" + entries.get(i) + "/confirm", Map.of())
                .status());
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(7);
        int first = statuses.indexOf(200);
        int other = statuses.indexOf(422);
        desk.refused(UNION, "competition-entries/" + entries.get(other) + "/confirm", Map.of(), 422, "QUOTA_REACHED");
        desk.done(worker("P-C" + first), "competition-entries/" + entries.get(first) + "/withdraw");
        desk.done(UNION, "competition-entries/" + entries.get(other) + "/confirm");
        desk.everyQueryHasAnIndex();
    }

    private static Map<String, Object> plan(int quota) {
        return Map.of(
                "name", "全市电工技能竞赛",
                "level", "CITY",
                "occupation_code", ELECTRICIAN,
                "organiser_unit", "SM-ZGH",
                "first_day", "2024-09-20",
                "quota", quota);
    }

    private interface Request<T> {
        T send(int number) throws Exception;
    }

    private static <T> List<T> inParallel(Request<T> request) throws Exception {
        var tasks = IntStream.range(0, REQUESTS)
                .mapToObj(i -> (Callable<T>) () -> request.send(i))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<T>();
            for (var future : threads.invokeAll(tasks)) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
