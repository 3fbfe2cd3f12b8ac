package cn.sanming.migrant.local.stories;

import java.util.List;
import java.util.Map;

/// A place at a primary school by points: two children, one place at the school both want most.
final class SchoolPlace {

    static final String BORN = "2019-03-10";

    private static final String OFFICER = "education-350404";
    private static final String NEIGHBOUR = "worker-2";
    static final String COMMUNITY = "/api/v1/community/";
    static final String ENROLMENTS = COMMUNITY + "enrolments/";
    private static final String GROUP = "350404/2025/PRIMARY";
    private static final String QUERY = "?district=350404&school_year=2025&stage=PRIMARY";

    private final ScenarioRunner runner;
    private final String person;
    private final String child;
    private final String otherChild;
    private String first = "";
    private String second = "";
    private String enrolment = "";
    private String rival = "";

    SchoolPlace(ScenarioRunner runner, String person, String child, String otherChild) {
        this.runner = runner;
        this.person = person;
        this.child = child;
        this.otherChild = otherChild;
    }

    void opensItsDoors() {
        runner.day("2025-05-19", "two primary schools open their enrolment until 8 June; SCH-A has one place left");
        first = school("SCH-A", 1);
        second = school("SCH-B", 5);
        runner.put(
                OFFICER,
                COMMUNITY + "enrolment-rounds/" + GROUP,
                Map.of("opens_on", "2025-05-19", "closes_on", "2025-06-08"));
    }

    private String school(String unit, int seats) {
        var id = runner.post(
                        OFFICER,
                        COMMUNITY + "schools",
                        Map.of(
                                "name",
                                "三元测试小学 " + unit,
                                "district",
                                HomeAndSchool.COUNTY,
                                "stage",
                                "PRIMARY",
                                "public",
                                true,
                                "unit",
                                unit))
                .text("/id");
        runner.put(OFFICER, COMMUNITY + "schools/" + id + "/seats/2025", Map.of("seats", seats));
        return id;
    }

    void isAppliedFor() {
        runner.day("2025-06-06", "both families apply; the city has the months of insurance and the lease");
        var neighbour = runner.get(NEIGHBOUR, "/api/v1/identity/me").text("/worker_id");
        HomeAndSchool.insure(runner, "hr-350404", neighbour, LatePayroll.OWNER, "2020-01-01", 65);
        var choice = List.of(first, second);
        enrolment = new Family(runner, HomeAndSchool.WORKER, person)
                .apply(child, BORN, choice, Map.of("residence_start", "2021-07-01", "skill_level", 4));
        rival = new Family(runner, NEIGHBOUR, neighbour)
                .apply(
                        otherChild,
                        "2018-11-20",
                        choice,
                        Map.of(
                                "residence_start",
                                "2020-01-01",
                                "skill_level",
                                4,
                                "housing",
                                "REGISTERED_OR_PUBLIC_RENTAL_LEASE"));
        var age = evaluated("SCHOOL_AGE", Map.of("birth_date", BORN, "school_year", 2025));
        runner.same("old enough", "true", age.text("/result/eligible"));
        for (var id : List.of(enrolment, rival)) {
            LatePayroll.state(runner, "VERIFIED", runner.post(OFFICER, ENROLMENTS + id + "/verify", Map.of()));
            runner.event(id, "community.enrolment.submitted");
        }
    }

    private Citizen.Answer evaluated(String rule, Object facts) {
        return runner.post(HomeAndSchool.WORKER, COMMUNITY + "rules/" + rule + "/evaluations", facts);
    }

    void isRanked() {
        runner.day("2025-06-09", "the points were counted in the night; everybody may look at the ranking");
        var published = runner.post(
                OFFICER,
                COMMUNITY + "school-rankings/publications",
                Map.of("district", HomeAndSchool.COUNTY, "school_year", 2025, "stage", "PRIMARY"));
        runner.same("in publicity", "2", published.text("/publicised"));
        var one = look();
        LatePayroll.state(runner, "PUBLICISED", one);
        runner.same("residence since", "2021-07-01", one.text("/residence_start"));
        runner.same("counted on", "2025-06-08", one.text("/closed_on"));
        var points = one.body().at("/decision/result");
        var agreed = Map.of("residence", 36, "insurance", 48, "housing", 10, "skill", 4, "honour", 0, "total", 98);
        agreed.forEach(
                (what, number) -> runner.same(what, number, points.path(what).asInt()));
        var again = evaluated(
                "ENROLMENT_POINTS",
                Map.of(
                        "residence_months",
                        47,
                        "pension_months",
                        48,
                        "housing",
                        "REGISTERED_OR_PUBLIC_RENTAL_LEASE",
                        "skill_level",
                        4,
                        "honour",
                        false));
        runner.same("counted again by anybody", points, again.body().at("/result"));
        runner.same("objections until", "2025-06-16", one.text("/objections_until"));
        var ranking = runner.get(HomeAndSchool.WORKER, COMMUNITY + "school-rankings" + QUERY);
        runner.same("first", rival, ranking.text("/items/0/enrolment_id"));
        runner.same("with", "110", ranking.text("/items/0/points"));
        runner.same("second", enrolment, ranking.text("/items/1/enrolment_id"));
        runner.say("98 points: residence 36, insurance 48, lease 10, skill 4; another child has 110");
    }

    void isGiven() {
        runner.day("2025-06-17", "the only place at SCH-A goes to 110 points, the child gets its second choice");
        var one = look();
        LatePayroll.state(runner, "ADMITTED", one);
        runner.same("school", second, one.text("/school_id"));
        var other = runner.get(NEIGHBOUR, ENROLMENTS + rival);
        runner.same("the other child", "ADMITTED", other.text("/state"));
        runner.same("its school", first, other.text("/school_id"));
        runner.event(enrolment, "community.enrolment.placed");
        runner.event(rival, "community.enrolment.placed");
        HomeAndSchool.told(runner, HomeAndSchool.WORKER, "SCHOOL_PLACE");
        HomeAndSchool.told(runner, NEIGHBOUR, "SCHOOL_PLACE");
        var run = runner.get(HomeAndSchool.WORKER, COMMUNITY + "school-allocations" + QUERY)
                .text("/items/0/id");
        var replay = runner.post(HomeAndSchool.WORKER, COMMUNITY + "school-allocations/" + run + "/replays", null);
        runner.same("decided again, the same", "true", replay.text("/identical"));
    }

    void isTakenUp() {
        runner.day("2025-09-01", "the first day of school");
        var path = ENROLMENTS + enrolment + "/enrol";
        runner.refused("school", path, Map.of("reported_on", "2025-09-01"), 422, "GUARD_FAILED");
        LatePayroll.state(
                runner,
                "ENROLLED",
                runner.post(
                        "school", path, Map.of("reported_on", "2025-09-01", "vaccination_certificate_checked", true)));
    }

    private Citizen.Answer look() {
        return runner.get(HomeAndSchool.WORKER, ENROLMENTS + enrolment);
    }
}
