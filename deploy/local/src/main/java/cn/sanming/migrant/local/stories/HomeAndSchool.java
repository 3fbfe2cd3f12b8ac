package cn.sanming.migrant.local.stories;

import cn.sanming.migrant.platform.reference.Money;
import java.util.List;
import java.util.Map;

/// Story 4: three years of work open the door to a public rental home, and the home helps the child to a school place
/// (worked example WE-349).
final class HomeAndSchool implements Demo.Story {

    static final String COUNTY = "350404";
    static final String WORKER = "worker-5";
    static final String WAGES = "/api/v1/wages/";

    private static final String CONTRACTOR = "general-contractor";
    private static final String CHILD = "35040420190310001X";
    private static final String OTHER_CHILD = "350404201811200021";

    @Override
    public void tell(Teller teller) {
        var person = teller.get(WORKER, "/api/v1/identity/me").text("/worker_id");
        var children = new Workforce(List.of(CHILD, OTHER_CHILD), Money.ZERO).personIds();
        var pension = isEmployed(teller, person);
        var home = new RentalHome(teller, person, children.getFirst());
        home.isBuilt();
        home.isAppliedFor();
        home.isWaitedFor();
        home.isLeased();
        new NewAddress(teller, person, children.getFirst()).isKnown();
        var school = new SchoolPlace(teller, person, children.getFirst(), children.getLast());
        school.opensItsDoors();
        isInsuredFor(teller, pension, 48);
        school.isAppliedFor();
        school.isRanked();
        school.isGiven();
        school.isTakenUp();
        teller.say("");
        teller.say("what the supervision office sees:");
        reckon(teller, "IND-08-A", "2025", 2);
        reckon(teller, "IND-09-A", "2024Q3", 1);
    }

    /// A contract on paper and its insurance, entered when the register opens: nobody has to bring them anywhere
    /// again.
    private static String isEmployed(Teller teller, String person) {
        teller.day("2024-01-03", "福建明建 enters the paper contract it signed with the worker on 2021-06-01");
        var contract = teller.post(
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
        teller.post(CONTRACTOR, WAGES + "contracts/" + contract + "/countersign", signed);
        var active = teller.post(WORKER, WAGES + "contracts/" + contract + "/sign", signed);
        LatePayroll.state(teller, "ACTIVE", active);
        teller.same("signed on", "2021-06-01", active.text("/signed_on"));
        teller.event(person, "wage.contract.signed");
        return insure(teller, CONTRACTOR, person, LatePayroll.CONTRACTOR, "2021-06-01", 31);
    }

    static String insure(Teller teller, String who, String person, String employer, String from, int months) {
        return teller.post(
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

    private static void isInsuredFor(Teller teller, String record, int months) {
        var paid = teller.post(
                CONTRACTOR, WAGES + "insurance-records/" + record + "/months", Map.of("months_paid", months));
        teller.same("months of pension insurance", Integer.toString(months), paid.text("/months_paid"));
    }

    /// A message in somebody's own box.
    static void told(Teller teller, String who, String kind) {
        var told = teller.eventually(
                "the message " + kind,
                () -> teller.get(who, "/api/v1/messages"),
                answer -> answer.body().at("/items").findValuesAsString("kind").contains(kind));
        told.body()
                .at("/items")
                .valueStream()
                .filter(message -> message.path("kind").asString().equals(kind))
                .forEach(message -> teller.say("✉ " + message.path("title").asString()));
    }

    private static void reckon(Teller teller, String indicator, String period, int all) {
        teller.figure(indicator, period, "/shown", "100.00%");
        var figure =
                teller.get("supervisor", "/api/v1/supervision/indicators/" + indicator + "/figures?period=" + period);
        teller.same("numerator", all, figure.body().at("/numerator").asInt());
        teller.same("denominator", all, figure.body().at("/denominator").asInt());
        teller.say("    %d of %d".formatted(all, all));
    }
}
