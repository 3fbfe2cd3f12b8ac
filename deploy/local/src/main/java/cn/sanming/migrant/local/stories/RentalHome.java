package cn.sanming.migrant.local.stories;

import cn.sanming.migrant.local.stories.Citizen.Answer;
import java.util.List;
import java.util.Map;

/// A public rental home, from the project in the park to the keys.
final class RentalHome {

    private static final String OFFICER = "housing-350404";
    private static final String HOUSING = "/api/v1/housing/";
    private static final String APPLICATIONS = HOUSING + "applications/";

    private final ScenarioRunner runner;
    private final String person;
    private final String child;
    private String unit = "";
    private String application = "";

    RentalHome(ScenarioRunner runner, String person, String child) {
        this.runner = runner;
        this.person = person;
        this.child = child;
    }

    void isBuilt() {
        runner.day("2024-05-20", "small flats for migrant workers in the industrial park are ready");
        var project = runner.post(
                        OFFICER,
                        HOUSING + "projects",
                        Map.of(
                                "name",
                                "测试园区公租房",
                                "park_name",
                                "三元测试工业园",
                                "district",
                                HomeAndSchool.COUNTY,
                                "unit_kind",
                                "UNIT",
                                "planned_units",
                                1))
                .text("/id");
        var path = HOUSING + "projects/" + project;
        runner.post(OFFICER, path + "/approve", null);
        runner.post(OFFICER, path + "/start", null);
        var flat =
                Map.of("address", "三元测试工业园 4001", "area", "38.50", "rent_per_m2", "8.00", "for_migrant_workers", true);
        unit = runner.post(OFFICER, HOUSING + "units", Map.of("project_id", project, "units", List.of(flat)))
                .text("/items/0/id");
        runner.post(OFFICER, path + "/complete", Map.of("completed_on", "2024-05-20"));
        LatePayroll.state(runner, "IN_USE", runner.post(OFFICER, path + "/put_into_use", null));
        runner.event(project, "housing.project.completed");
    }

    void isAppliedFor() {
        runner.day("2024-06-03", "the worker asks for a public rental home, without one paper");
        var known = runner.get(HomeAndSchool.WORKER, HOUSING + "work-years");
        runner.same("the wage department answers", "false", known.text("/degraded"));
        runner.same("what it knows", "EMPLOYMENT", known.text("/spells/0/source"));
        application = runner.post(
                        HomeAndSchool.WORKER,
                        HOUSING + "applications",
                        Map.of(
                                "programme",
                                "PUBLIC_RENTAL",
                                "district",
                                HomeAndSchool.COUNTY,
                                "household",
                                List.of(child),
                                "persons",
                                2,
                                "hukou",
                                "RURAL",
                                "hukou_district",
                                "360102",
                                "own_home_area",
                                "0.00",
                                "kinds",
                                List.of("UNIT")))
                .text("/id");
        var accepted = runner.post(OFFICER, APPLICATIONS + application + "/accept", null);
        LatePayroll.state(runner, "ACCEPTED", accepted);
        runner.same("three years", "true", accepted.text("/work_years/result/eligible"));
        runner.same("days of work", "1098", accepted.text("/work_years/result/days_worked"));
        runner.same("counted from", "2021-06-01", accepted.text("/work_years/result/virtual_start"));
        runner.same("papers asked for", "[]", accepted.body().at("/proof_required"));
        runner.same("to be checked by", "2024-07-02", accepted.text("/check_by"));
        runner.clause("measure 9: 在明工作满3年; 1,098 days, counted from 2021-06-01");
    }

    void isWaitedFor() {
        runner.day("2024-06-28", "the housing office has checked it; everybody may look at it");
        runner.post(OFFICER, APPLICATIONS + application + "/check_pass", Map.of());
        var publicised = runner.eventually(
                "the publicity", this::look, answer -> answer.text("/state").equals("PUBLICISED"));
        LatePayroll.state(runner, "PUBLICISED", publicised);
        runner.same("objections until", "2024-07-05", publicised.text("/publicity_last_day"));
        runner.day("2024-07-08", "no objection: on the waiting list");
        LatePayroll.state(runner, "WAITLISTED", look());
        runner.same("first in line", "1", look().text("/position"));
        runner.same("to be housed by", "2029-07-08", look().text("/waiting_list_latest"));
        runner.event(application, "housing.application.qualified");
        HomeAndSchool.told(runner, HomeAndSchool.WORKER, "HOUSING_QUALIFIED");
    }

    void isLeased() {
        runner.day("2024-07-22", "a flat of 38.50 m² in the industrial park is allocated");
        var allocated = runner.post(OFFICER, APPLICATIONS + application + "/allocate", Map.of("unit_id", unit));
        LatePayroll.state(runner, "ALLOCATED", allocated);
        runner.same("to be signed by", "2024-08-21", allocated.text("/sign_by"));
        runner.day("2024-08-05", "the lease is signed");
        LatePayroll.state(
                runner,
                "LEASED",
                runner.post(
                        OFFICER,
                        APPLICATIONS + application + "/sign_lease",
                        Map.of("start_on", "2024-08-05", "end_on", "2029-08-04")));
        var id = look().text("/lease_id");
        var lease = runner.get(HomeAndSchool.WORKER, HOUSING + "leases/" + id);
        runner.same("a month", "308.00", lease.text("/monthly_rent"));
        runner.same("from", "2024-08-05", lease.text("/start_on"));
        runner.same("to", "2029-08-04", lease.text("/end_on"));
        runner.same("renewal to be asked for by", "2029-05-04", lease.text("/renewal_request_by"));
        runner.same("tenant", person, lease.text("/person_id"));
        runner.event(id, "housing.lease.signed");
    }

    private Answer look() {
        return runner.get(HomeAndSchool.WORKER, APPLICATIONS + application);
    }
}
