package cn.sanming.migrant.local.stories;

import cn.sanming.migrant.local.stories.Citizen.Answer;
import cn.sanming.migrant.platform.reference.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Story 1: a payroll 42 days late, from the first alert to the blacklist and back (worked example WE-346).
public final class LatePayroll implements Demo.Story {

    public static final String OWNER = "91350404MA0FJM0637";
    public static final String CONTRACTOR = "91350404MA0FJM012Y";
    public static final String EMPLOYER = "91350404MA0FJM020R";

    private static final String CASES = "/api/v1/wages/arrears-cases/";
    private static final String LIST = "/api/v1/wages/blacklist-entries/";
    private static final Workforce WORKERS = Workforce.of(23, Money.of("6850.00"));

    @Override
    public void tell(ScenarioRunner runner) {
        var site = new Site(runner);
        runner.day("2024-03-01", "福建明建 registers a housing project of 2,800,000.00 yuan in Sanyuan and starts it");
        site.start();
        var firm = new Recruiting(runner);
        var arrears = beLate(runner, site, firm);
        var caseId = complain(runner, site, arrears);
        var aid = new GroupOfWorkers(runner, WORKERS, caseId);
        aid.areVisited();
        var entry = list(runner, caseId, firm);
        decide(runner, caseId);
        aid.winTheirCase();
        pay(runner, caseId);
        firm.seesItsVacanciesEnd();
        aid.areDone();
        leaveTheList(runner, entry);
        firm.comesBack();
        new Reckoning(runner).look(site.id(), caseId);
    }

    private String beLate(ScenarioRunner runner, Site site, Recruiting firm) {
        runner.day("2024-04-15", "pay day of March: nothing has reached the special account");
        site.ownerPaysNothing();
        var receipt = runner.upload(
                "subcontractor",
                "/api/v1/wages/payrolls/imports?project_id=" + site.id() + "&employer_uscc=" + EMPLOYER
                        + "&period=2024-03&agreed_month=NEXT&agreed_day=15",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                WORKERS.payrollSheet());
        runner.same("rows taken in", 23, receipt.body().at("/accepted").asInt());
        runner.say("三明测试劳务 hands in its payroll as XLSX: 23 workers, " + WORKERS.total() + " yuan");
        runner.day("2024-04-16", "the nightly check notices by itself");
        var arrears = alert(runner, site, "YELLOW", 1);
        runner.day("2024-04-30", "fifteen days late");
        alert(runner, site, "ORANGE", 15);
        firm.advertises();
        runner.day("2024-05-15", "thirty days late");
        alert(runner, site, "RED", 30);
        var tasks = runner.eventually(
                "tasks for the county and the industry authority",
                () -> runner.get("supervisor", "/api/v1/supervision/tasks?subject=" + arrears),
                answer -> answer.body().at("/items").size() == 2);
        runner.same(
                "units",
                "[SM-XQ-350404, SM-ZJJ]",
                tasks.body().at("/items").findValuesAsString("unit_code").stream()
                        .sorted()
                        .toList());
        tasks.body()
                .at("/items")
                .forEach(task -> runner.same(
                        "due in 5 working days",
                        "2024-05-22",
                        task.path("due_on").asString()));
        runner.say("the supervision office has given a task to the county and to SM-ZJJ, due 2024-05-22");
        return arrears;
    }

    private String alert(ScenarioRunner runner, Site site, String level, int days) {
        var found = runner.get("inspector-350404", "/api/v1/wages/arrears?project_id=" + site.id());
        runner.same("level", level, found.text("/items/0/level"));
        runner.same("days late", days, found.body().at("/items/0/days_late").asInt());
        runner.same("due date", "2024-04-15", found.text("/items/0/effective_due_date"));
        runner.clause("支付条例 art. 12, 14: " + days + " days after the effective due date: " + level);
        runner.event(EMPLOYER, "wage.arrears.detected");
        return found.text("/items/0/id");
    }

    private String complain(ScenarioRunner runner, Site site, String arrears) {
        runner.day("2024-05-27", "the 23 workers complain; the payroll is 42 days late");
        alert(runner, site, "RED", 42);
        var claims = WORKERS.personIds().stream()
                .map(person -> Map.of("person_id", person, "months", 1, "amount", "6850.00"))
                .toList();
        var opened = runner.post(
                "inspector-350404",
                CASES.substring(0, CASES.length() - 1),
                Map.of(
                        "employer_uscc",
                        EMPLOYER,
                        "district",
                        "350404",
                        "project_id",
                        site.id(),
                        "contractor_uscc",
                        CONTRACTOR,
                        "owner_uscc",
                        OWNER,
                        "periods",
                        List.of("2024-03"),
                        "claims",
                        claims,
                        "arrears_ids",
                        List.of(arrears)));
        runner.same("to be filed by", "2024-06-03", opened.text("/file_by"));
        var caseId = opened.text("/id");
        runner.day("2024-05-28", "the case is filed and investigated by two inspectors");
        runner.post("inspector-350404", CASES + caseId + "/file", null);
        var open = runner.post(
                "inspector-350404", CASES + caseId + "/investigate", Map.of("second_inspector", "inspector"));
        runner.same("to be decided by", "2024-08-21", open.text("/decide_by"));
        runner.clause("劳动保障监察条例 art. 17: 60 working days, until 2024-08-21");
        runner.event(EMPLOYER, "wage.case.filed");
        runner.day("2024-05-30", "the order to pay names 23 workers, the employer and the general contractor");
        var ordered = runner.post(
                "inspection-head-350404", CASES + caseId + "/order_pay", Map.of("employer_role", "SUBCONTRACTOR"));
        runner.same("due on", "2024-06-06", ordered.text("/order/due_on"));
        runner.same("ordered", "157550.00", ordered.text("/order/total"));
        runner.clause("支付条例 art. 30: the general contractor pays first");
        runner.event(EMPLOYER, "wage.order.issued");
        runner.day("2024-06-07", "nobody has paid");
        var late = runner.eventually(
                "the default and its consequences",
                () -> runner.get("inspector-350404", CASES + caseId),
                answer -> answer.text("/state").equals("DEFAULTED")
                        && !answer.text("/blacklist_entry").isEmpty());
        runner.same(
                "the crime threshold is met by the group",
                true,
                late.body().at("/crime_threshold/by_group").asBoolean());
        runner.same("in total", "157550.00", late.text("/crime_threshold/total"));
        runner.clause("法释〔2013〕3号 art. 3: 23 workers, 157,550.00: threshold met; a blacklist entry is proposed");
        runner.event(EMPLOYER, "wage.order.defaulted");
        return caseId;
    }

    private String list(ScenarioRunner runner, String caseId, Recruiting firm) {
        var entry = runner.get("inspector-350404", CASES + caseId).text("/blacklist_entry");
        runner.post(
                "inspection-head-350404",
                LIST + entry + "/serve_notice",
                Map.of("persons", List.of(Map.of("name", "测试负责人", "role", "法定代表人"))));
        runner.say("notice of the intended listing is served; objection until 2024-06-21");
        firm.asksForASubsidy();
        runner.day("2024-06-22", "no objection came");
        state(runner, "READY", runner.get("inspection-head-350404", LIST + entry));
        runner.day("2024-06-24", "the employer is listed");
        var served = Instant.now();
        var listed = runner.post("inspection-head-350404", LIST + entry + "/list", null);
        state(runner, "LISTED", listed);
        runner.same("listed until", "2027-06-24", listed.text("/listed_until"));
        runner.clause("人社部令第45号: three years from the decision");
        runner.event(EMPLOYER, "wage.blacklist.listed");
        firm.isShutOut(served);
        firm.isRefusedALoan();
        return entry;
    }

    private void decide(ScenarioRunner runner, String caseId) {
        runner.day("2024-07-03", "administrative decision with damages of 50 %");
        var decided = runner.post(
                "inspection-head-350404", CASES + caseId + "/decide", Map.of("rate", "0.50", "heard_on", "2024-07-01"));
        runner.same("damages", "78775.00", decided.text("/damages"));
        runner.clause("劳动合同法 art. 85");
    }

    private void pay(ScenarioRunner runner, String caseId) {
        runner.day("2024-08-01", "the employer pays wages and damages: 236,325.00");
        var lines = WORKERS.personIds().stream()
                .map(person -> Map.of("person_id", person, "amount", "10275.00"))
                .toList();
        runner.post(
                "subcontractor",
                CASES + caseId + "/pay_full",
                Map.of(
                        "receipts",
                        List.of(Map.of("receipt_no", "B-2024-0801", "paid_on", "2024-08-01", "lines", lines))));
        runner.post("inspector-350404", CASES + caseId + "/confirm", Map.of("person_ids", WORKERS.personIds()));
        state(runner, "CLOSED", runner.post("inspection-head-350404", CASES + caseId + "/close", null));
        runner.event(EMPLOYER, "wage.arrears.cleared");
        runner.event(EMPLOYER, "wage.case.closed");
    }

    private void leaveTheList(ScenarioRunner runner, String entry) {
        runner.post("subcontractor", LIST + entry + "/commit", Map.of("text", "书面承诺：今后按时足额支付农民工工资"));
        runner.day("2025-01-31", "the employer asks to leave the list one day early");
        var early = runner.refused(
                "subcontractor",
                LIST + entry + "/request_early_removal",
                Map.of("commitment", true),
                422,
                "GUARD_FAILED");
        runner.same("with the reason", "EARLY_REMOVAL_BEFORE_2025-02-01", early.text("/errors/0/code"));
        runner.day("2025-02-05", "and again");
        state(
                runner,
                "EARLY_REMOVAL_REVIEW",
                runner.post("subcontractor", LIST + entry + "/request_early_removal", Map.of("commitment", true)));
        runner.day("2025-02-20", "removed from the list");
        state(runner, "REMOVED", runner.post("inspection-head-350404", LIST + entry + "/grant", null));
        runner.event(EMPLOYER, "wage.blacklist.removed");
    }

    static void state(ScenarioRunner runner, String agreed, Answer answer) {
        runner.same("state", agreed, answer.text("/state"));
        runner.say("state " + agreed);
    }
}
