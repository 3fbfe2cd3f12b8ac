package cn.sanming.migrant.local.stories;

import java.util.List;
import java.util.Map;

/// A construction site that does everything right until its wages are late.
final class Site {

    private static final List<String> THIRTEEN = List.of(
            "OWNER",
            "GENERAL_CONTRACTOR",
            "PROJECT_DEPARTMENT",
            "SUBCONTRACTORS",
            "INDUSTRY_AUTHORITY",
            "LABOUR_OFFICER",
            "LOCAL_MINIMUM_WAGE",
            "PAY_DAY",
            "AUTHORITY_PHONE",
            "INSPECTION_PHONE",
            "ARBITRATION_CHANNEL",
            "LEGAL_AID_CHANNEL",
            "LEGAL_SERVICE_HOTLINE");

    private final ScenarioRunner runner;
    private String id = "";
    private String account = "";

    Site(ScenarioRunner runner) {
        this.runner = runner;
    }

    /// Registers and starts the project, with all that the law asks for before the first day of work.
    void start() {
        id = runner.post(
                        "general-contractor",
                        "/api/v1/wages/projects",
                        Map.ofEntries(
                                Map.entry("name", "测试小区一期"),
                                Map.entry("district", "350404"),
                                Map.entry("address", "三元区测试路1号"),
                                Map.entry("owner_uscc", LatePayroll.OWNER),
                                Map.entry("contractor_uscc", LatePayroll.CONTRACTOR),
                                Map.entry("subcontractors", List.of(LatePayroll.EMPLOYER)),
                                Map.entry("industry", "HOUSING"),
                                Map.entry("government_funded", false),
                                Map.entry("contract_price", "2800000.00"),
                                Map.entry("contract_signed_on", "2024-02-20"),
                                Map.entry("duration_months", 18),
                                Map.entry("labour_cost_per_month", "157550.00")))
                .text("/id");
        var deposit = runner.post(
                "general-contractor", "/api/v1/wages/deposits", Map.of("project_id", id, "previous_year_clean", true));
        runner.same("the deposit's basis", "EXEMPT_SMALL_OR_SHORT", deposit.text("/decision/result/basis"));
        runner.same("the deposit", "0.00", deposit.text("/decision/result/amount"));
        runner.clause("福建省农民工工资保证金: contract price 2,800,000.00, previous year clean: exempt");
        runner.post("hr-350404", "/api/v1/wages/deposits/" + deposit.text("/id") + "/exempt", null);
        account = runner.post(
                        "general-contractor",
                        "/api/v1/wages/accounts",
                        Map.of(
                                "project_id",
                                id,
                                "bank",
                                "三明测试银行",
                                "bank_uscc",
                                "91350404MA0FJM101G",
                                "funding_day",
                                14))
                .text("/id");
        runner.post(
                "general-contractor",
                "/api/v1/wages/accounts/" + account + "/open",
                Map.of("agreement", "三方协议 2024-1"));
        runner.post(
                "general-contractor",
                "/api/v1/wages/projects/" + id + "/labour_officer",
                Map.of("name", "测试劳资专管员", "phone", "13800000000"));
        var unmet = runner.refused(
                "general-contractor", "/api/v1/wages/projects/" + id + "/start", null, 422, "GUARD_FAILED");
        runner.say("start is refused; all that is missing at once: "
                + unmet.body().at("/errors").findValuesAsString("code"));
        runner.post(
                "general-contractor",
                "/api/v1/wages/projects/" + id + "/notice_board",
                Map.of("items", THIRTEEN, "photo", "photos/board-1.jpg", "checked_on", "2024-03-01"));
        runner.post(
                "general-contractor",
                "/api/v1/wages/project-insurances",
                Map.of("project_id", id, "contract_price", "2800000.00", "from", "2024-03-01", "to", "2025-12-31"));
        runner.eventually(
                "the site knows its insurance",
                () -> runner.attempt("general-contractor", "/api/v1/wages/projects/" + id + "/start"),
                answer -> answer.status() == 200);
        runner.event(id, "wage.project.started");
    }

    void ownerPaysNothing() {
        runner.post(
                "bank",
                "/api/v1/wages/accounts/" + account + "/report",
                Map.of("period", "2024-03", "required", "157550.00", "received", "0.00"));
        runner.clause("支付条例 art. 24, 29: the owner pays the labour-cost part every month");
        runner.event(id, "wage.account.underfunded");
    }

    String id() {
        return id;
    }
}
