package cn.sanming.migrant.local;

import cn.sanming.migrant.local.stories.Citizen;
import cn.sanming.migrant.local.stories.LatePayroll;
import cn.sanming.migrant.local.stories.Workforce;
import cn.sanming.migrant.platform.reference.Money;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Measures what the city promises to be quick at: taking in a large payroll, and the way from a saved payment to
/// the indicator of the supervision office.
final class Bench {

    private static final int ROWS = 10_000;
    private static final List<String> FIRMS = List.of("general-contractor", "textile", "institution");
    private static final Map<String, String> CODES = Map.of(
            "general-contractor", LatePayroll.CONTRACTOR,
            "textile", "91350405MA0FJM0395",
            "institution", "12350405MB0FJM059E");

    private final PrintStream out;
    private final Citizen citizen;

    Bench(PrintStream out, String gateway) {
        this.out = out;
        this.citizen = new Citizen(gateway);
    }

    void run() throws InterruptedException {
        citizen.put(null, "/local/clock", Map.of("now", "2025-06-02T09:00:00+08:00"));
        imports();
        latency();
    }

    private void imports() {
        for (int round = 1; round <= 3; round++) {
            var sheet = new StringBuilder();
            for (var number : Workforce.many(ROWS)) {
                sheet.append("{\"id_number\":\"")
                        .append(number)
                        .append("\",\"name\":\"测试\",\"gross\":\"6850.00\",\"net\":\"6850.00\"}\n");
            }
            var begun = Instant.now();
            var answer = citizen.upload(
                    "subcontractor",
                    "/api/v1/wages/payrolls/imports?employer_uscc=" + LatePayroll.EMPLOYER
                            + "&district=350404&agreed_month=NEXT&agreed_day=28&period=2025-0" + (3 + round),
                    "application/x-ndjson",
                    sheet.toString().getBytes(StandardCharsets.UTF_8));
            var took = Duration.between(begun, Instant.now()).toMillis();
            out.printf(
                    "import of %d rows (NDJSON): accepted %d, %d ms, %.0f rows/s%n",
                    ROWS, answer.body().at("/accepted").asInt(), took, ROWS * 1000.0 / took);
        }
    }

    private void latency() throws InterruptedException {
        var samples = new ArrayList<Long>();
        var workers = Workforce.of(23, Money.of("6850.00"));
        for (int month = 0; month < 24; month++) {
            var period = YearMonth.of(2022, 2).plusMonths(month);
            for (int firm = 0; firm < FIRMS.size(); firm++) {
                samples.add(pay(FIRMS.get(firm), period, workers, firm + 1));
            }
        }
        samples.sort(Long::compare);
        out.printf(
                "from the answer to a payment to the indicator IND-15-A over HTTP: %d samples, p50 %d ms, p99 %d ms, most %d ms%n",
                samples.size(),
                samples.get(samples.size() / 2),
                samples.get((int) Math.ceil(samples.size() * 0.99) - 1),
                samples.getLast());
    }

    private long pay(String firm, YearMonth period, Workforce workers, int expected) throws InterruptedException {
        var id = citizen.upload(
                        firm,
                        "/api/v1/wages/payrolls/imports?employer_uscc=" + CODES.get(firm)
                                + "&district=350404&agreed_month=NEXT&agreed_day=10&period=" + period,
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        workers.payrollSheet())
                .text("/payroll_id");
        var path = "/api/v1/wages/payrolls/" + id;
        citizen.post(firm, path + "/confirm", Map.of("signed_sheet", "sheet-1"));
        for (var step : List.of("workers_sign", "submit", "verify")) {
            citizen.post(firm, path + "/" + step, null);
        }
        citizen.post(firm, path + "/send_to_bank", Map.of("bank_uscc", "91350404MA0FJM101G"));
        var paid = citizen.post(
                "bank",
                path + "/pay",
                Map.of("paid_on", period.plusMonths(1).atDay(8).toString(), "bank_ref", "b-" + period));
        if (paid.status() != 200) {
            throw new IllegalStateException("not paid: " + paid.body());
        }
        var begun = System.nanoTime();
        var month = period.plusMonths(1);
        while (citizen.get("supervisor", "/api/v1/supervision/indicators/IND-15-A/figures?period=" + month)
                        .body()
                        .at("/denominator")
                        .asInt(0)
                < expected) {
            if (System.nanoTime() - begun > 20_000_000_000L) {
                throw new IllegalStateException("the indicator of " + month + " did not see the payment");
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
