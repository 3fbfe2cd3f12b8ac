package cn.sanming.migrant.local.stories;

import cn.sanming.migrant.platform.reference.Money;
import java.util.List;
import java.util.Map;

/// Story 4: three years of work open the door to a public rental home, and the home helps the child to a school
/// place (worked example WE-349).
final class HomeAndSchool implements Demo.Story {

    static final String COUNTY = "350404";
    static final String WORKER = "worker-5";
    static final String WAGES = "/api/v1/wages/";

    private static final String CONTRACTOR = "general-contractor";
    private static final String CHILD = "35040420190310001X";
    private static final String OTHER_CHILD = "350404201811200021";

    @Override
    public void tell(ScenarioRunner runner) {
        var person = runner.get(WORKER, "/api/v1/identity/me").text("/worker_id");
        var children = new Workforce(List.of(CHILD, OTHER_CHILD), Money.ZERO).personIds();
        var pension = isEmployed(runner, person);
        var home = new RentalHome(runner, person, children.getFirst());
        home.isBuilt();
        home.isAppliedFor();
        home.isWaitedFor();
        home.isLeased();
        new NewAddress(runner, person, children.getFirst()).isKnown();
        var school = new SchoolPlace(runner, person, children.getFirst(), children.getLast());
        school.opensItsDoors();
        isInsuredFor(runner, pension, 48);
        school.isAppliedFor();
        school.isRanked();
        school.isGiven();
        school.isTakenUp();
        runner.say("");
        runner.say("what the supervision office sees:");
        reckon(runner, "IND-08-A", "2025", 2);
        reckon(runner, "IND-09-A", "2024Q3", 1);
    }

    /// A contract on paper and its insurance, entered when the register opens: nobody has to bring them anywhere again.
    private static String isEmployed(ScenarioRunner runner, String person) {
        runner.day("2024-01-03", "福建明建 enters the paper contract it signed with the worker on 2021-06-01");
        var contract = runner.post(
                        CONTRACTOR,
                        WAGES + "contracts",
                        Map.of(
                                "person_id",
                                person,
                                "employer_uscc",
                                LatePayroll.CONTRACTOR,
                                "district",
                                COUNTY,
                                "start_on",
                                "2021-06-01",
                                "term",
                                "OPEN",
                                "monthly_wage",
                                "6800.00",
                                "pay_day",
                                15))
                .text("/id");
        var signed = Map.of("signed_on", "2021-06-01");
        runner.post(CONTRACTOR, WAGES + "contracts/" + contract + "/countersign", signed);
        var active = runner.post(WORKER, WAGES + "contracts/" + contract + "/sign", signed);
        LatePayroll.state(runner, "ACTIVE", active);
        runner.same("signed on", "2021-06-01", active.text("/signed_on"));
        runner.event(person, "wage.contract.signed");
        return insure(runner, CONTRACTOR, person, LatePayroll.CONTRACTOR, "2021-06-01", 31);
    }

    static String insure(ScenarioRunner runner, String who, String person, String employer, String from, int months) {
        return runner.post(
                        who,
                        WAGES + "insurance-records",
                        Map.of(
                                "person_id",
                                person,
                                "scheme",
                                "EMPLOYEE_PENSION",
                                "employer_uscc",
                                employer,
                                "district",
                                COUNTY,
                                "from",
                                from,
                                "months_paid",
                                months))
                .text("/id");
    }

    private static void isInsuredFor(ScenarioRunner runner, String record, int months) {
        var paid = runner.post(
                CONTRACTOR, WAGES + "insurance-records/" + record + "/months", Map.of("months_paid", months));
        runner.same("months of pension insurance", Integer.toString(months), paid.text("/months_paid"));
    }

    /// A message in somebody's own box.
    static void told(ScenarioRunner runner, String who, String kind) {
        var told = runner.eventually(
                "the message " + kind,
                () -> runner.get(who, "/api/v1/messages"),
                answer -> answer.body().at("/items").findValuesAsString("kind").contains(kind));
        told.body()
                .at("/items")
                .valueStream()
                .filter(message -> message.path("kind").asString().equals(kind))
                .forEach(message -> runner.say("✉ " + message.path("title").asString()));
    }

    private static void reckon(ScenarioRunner runner, String indicator, String period, int all) {
        runner.figure(indicator, period, "/shown", "100.00%");
        var figure =
                runner.get("supervisor", "/api/v1/supervision/indicators/" + indicator + "/figures?period=" + period);
        runner.same("numerator", all, figure.body().at("/numerator").asInt());
        runner.same("denominator", all, figure.body().at("/denominator").asInt());
        runner.say("    %d of %d".formatted(all, all));
    }
}
