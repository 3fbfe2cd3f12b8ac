package cn.sanming.migrant.local.stories;

import cn.sanming.migrant.local.stories.Citizen.Answer;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The money for the post: from the budget line of the county, which another post has already drawn on.
final class PostGrant {

    private static final String APPLICATIONS = "/api/v1/subsidies/applications";
    private static final String PURSE = "/api/v1/subsidies/budgets/M02/350405/2024";
    private static final String PENSION = "579.20";
    private static final String MEDICAL = "271.50";

    private final ScenarioRunner runner;
    private String application = "";

    PostGrant(ScenarioRunner runner) {
        this.runner = runner;
    }

    /// Another worker's post: fifteen months up to February 2024 come to 40,000.00, paid in April.
    void hasPaidBefore() {
        runner.day("2022-11-18", "the same employer has another post, for a disabled worker");
        var person = runner.get("worker-5", "/api/v1/identity/me").text("/worker_id");
        var certificate = runner.post(
                        UnemployedCouple.OFFICER,
                        "/api/v1/jobs/hardship-certifications",
                        Map.of("person_id", person, "district", "350405", "category", "DISABLED", "proved", true))
                .text("/id");
        var post = WelfareWork.propose(runner, person, certificate, "1988-02-29", "MALE")
                .text("/id");
        runner.day("2022-12-01", "it begins");
        runner.post(UnemployedCouple.OFFICER, "/api/v1/jobs/welfare-posts/" + post + "/approve", null);
        WelfareWork.start(runner, post, "2022-12-01");
        runner.event(post, "job.post.placed");
        runner.day(
                "2024-03-04", "the county gives measure 2 an amount of 50,000.00; the employer applies for 15 months");
        runner.post(
                "finance-350405",
                "/api/v1/supervision/budgets",
                Map.of(
                        "measure",
                        "M02",
                        "district",
                        "350405",
                        "year",
                        2024,
                        "unit_code",
                        "SM-XQ-350405",
                        "amount",
                        "50000.00"));
        var first = YearMonth.of(2022, 12);
        var months = Stream.concat(
                        Stream.of(month(first, 31, "225.25")),
                        IntStream.range(1, 15)
                                .mapToObj(first::plusMonths)
                                .map(month -> month(month, month.lengthOfMonth(), MEDICAL)))
                .toList();
        apply(post, months, "40000.00");
        command(UnemployedCouple.OFFICER, "accept");
        review();
        runner.day("2024-03-12", "nobody objected");
        command("hr-head-350405", "approve");
        command("finance-350405", "pay", Map.of("amount", "40000.00"));
    }

    private static Map<String, Object> month(YearMonth month, int days, String medical) {
        return Map.of(
                "month",
                month.toString(),
                "local_minimum_wage",
                "1810.00",
                "days_in_post",
                days,
                "pension_employer",
                PENSION,
                "medical_employer",
                medical,
                "unemployment_employer",
                "9.05");
    }

    private void apply(String post, List<Map<String, Object>> months, String total) {
        application = runner.post(
                        "institution",
                        APPLICATIONS,
                        Map.of(
                                "kind",
                                "POST",
                                "district",
                                "350405",
                                "employer_uscc",
                                WelfareWork.EMPLOYER,
                                "post",
                                Map.of("post_id", post, "months", months)))
                .text("/id");
        runner.same("applied for", total, command("institution", "submit").text("/requested"));
        runner.event(application, "subsidy.application.submitted");
    }

    private Answer review() {
        command("hr2-350405", "review_pass");
        return runner.eventually(
                "the publicity",
                () -> runner.get("institution", APPLICATIONS + '/' + application),
                answer -> answer.text("/state").equals("PUBLICISED"));
    }

    private Answer command(String who, String command) {
        return runner.post(who, APPLICATIONS + '/' + application + '/' + command, null);
    }

    private Answer command(String who, String command, Object body) {
        return runner.post(who, APPLICATIONS + '/' + application + '/' + command, body);
    }

    void isAppliedFor(String post) {
        runner.day("2024-10-08", "the employer applies for August from the 12th (20 days) and September");
        var months = List.of(month(YearMonth.of(2024, 8), 20, MEDICAL), month(YearMonth.of(2024, 9), 30, MEDICAL));
        apply(post, months, "4697.24");
        computes(months);
    }

    /// The same rule answers everybody who asks, line by line.
    private void computes(List<Map<String, Object>> months) {
        var result = runner.post(
                "institution", "/api/v1/subsidies/rules/POST_SUBSIDY/evaluations", Map.of("months", months));
        runner.same("August, post", "1167.74", result.text("/result/lines/0/post_subsidy"));
        runner.same("August, insurance", "859.75", result.text("/result/lines/0/insurance_subsidy"));
        runner.same("August", "2027.49", result.text("/result/lines/0/total"));
        runner.same("September", "2669.75", result.text("/result/lines/1/total"));
        runner.same("post", "2977.74", result.text("/result/post_subsidy_total"));
        runner.same("insurance", "1719.50", result.text("/result/insurance_subsidy_total"));
        runner.same("together", "4697.24", result.text("/result/total"));
        runner.clause("measure 2: the local minimum wage by days, and the contributions really paid");
    }

    void isPaid() {
        runner.day("2024-10-14", "accepted");
        LatePayroll.state(runner, "ACCEPTED", command(UnemployedCouple.OFFICER, "accept"));
        runner.day("2024-10-22", "reviewed by somebody else and made public");
        runner.same("objections until", "2024-10-29", review().text("/due_on"));
        runner.day("2024-10-30", "approved by the head, out of what is left");
        available("10000.00");
        var approved = command("hr-head-350405", "approve");
        LatePayroll.state(runner, "APPROVED", approved);
        runner.same("pay by", "2024-11-13", approved.text("/due_on"));
        available("5302.76");
        runner.event(application, "subsidy.application.approved");
        runner.day("2024-11-11", "paid: 4,697.24");
        var paid = command("finance-350405", "pay", Map.of("amount", "4697.24"));
        LatePayroll.state(runner, "PAID", paid);
        runner.same("amount", "4697.24", paid.text("/amount"));
        runner.event(application, "subsidy.application.paid");
    }

    private void available(String amount) {
        runner.same("available", amount, runner.get("finance-350405", PURSE).text("/available"));
    }
}
