package cn.sanming.migrant.wage.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// What an employer, its workers and its bank do with a payroll, over HTTP. All people are fictional.
public final class PayrollSteps {

    public static final String BANK = "91350404MA0FJM101G";
    public static final String PAYROLLS = "/api/v1/wages/payrolls";
    public static final String PAYSLIPS = "/api/v1/wages/payslips";

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Api api;
    private final String firm;

    public PayrollSteps(Api api, String firm) {
        this.api = api;
        this.firm = firm;
    }

    /// The number of the n-th worker: the form is right, the person does not exist.
    public static String idNumber(int n) {
        var body = "350404%04d%02d%02d%03d".formatted(1980 + n / 33600, n / 2800 % 12 + 1, n / 100 % 28 + 1, n % 100);
        int sum = IntStream.range(0, 17)
                .map(i -> WEIGHTS[i] * (body.charAt(i) - '0'))
                .sum();
        return body + "10X98765432".charAt(sum % 11);
    }

    public static String row(int n, String net) {
        return "测试工人" + n + ',' + idNumber(n) + ',' + net + ',' + net + '\n';
    }

    public static String sheet(String... rows) {
        return "姓名,身份证号,应发工资,实发工资\n" + String.join("", rows);
    }

    public static String sheetOf(int workers, String net) {
        return sheet(IntStream.range(0, workers).mapToObj(n -> row(n, net)).toArray(String[]::new));
    }

    public Api.Answer upload(String period, String sheet, String... more) {
        var path = PAYROLLS + "/imports?employer_uscc=" + firm + "&district=350404&period=" + period
                + String.join("", more);
        return as(firm).post(path, "text/csv", sheet.getBytes(StandardCharsets.UTF_8));
    }

    /// @return the payroll's id
    public String uploaded(String period, String sheet, String... more) {
        var answer = upload(period, sheet, more);
        assertThat(answer.status()).as(answer.raw().body()).isIn(200, 201);
        return answer.text("/payroll_id");
    }

    public Api as(String uscc) {
        return api.as(Who.firm(uscc));
    }

    public Api.Answer post(String id, String command, Object body) {
        return as(firm).post(PAYROLLS + '/' + id + '/' + command, body);
    }

    public Api.Answer get(String id) {
        return as(firm).get(PAYROLLS + '/' + id);
    }

    public void done(String id, String command, Object body) {
        var answer = post(id, command, body);
        assertThat(answer.status()).as(command + ' ' + answer.raw().body()).isEqualTo(200);
    }

    public List<JsonNode> lines(String id) {
        var all = new ArrayList<JsonNode>();
        for (var after = ""; after != null; ) {
            var page =
                    as(firm).get(PAYROLLS + '/' + id + "/lines?limit=200" + (after.isEmpty() ? "" : "&after=" + after));
            assertThat(page.status()).as(page.raw().body()).isEqualTo(200);
            page.body().at("/items").forEach(all::add);
            after = page.body().at("/next").isString() ? page.text("/next") : null;
        }
        return all;
    }

    /// The line ids by the net they say; nets are different in such tests.
    public Map<String, JsonNode> byNet(String id) {
        return lines(id).stream()
                .collect(Collectors.toMap(line -> line.path("net").asString(), line -> line));
    }

    public Api.Answer tap(JsonNode line) {
        return worker(line).post(PAYSLIPS + '/' + line.path("id").asString() + "/confirm", null);
    }

    public Api worker(JsonNode line) {
        return api.as(Who.worker(line.path("person_id").asString()));
    }

    public Api bank() {
        return api.as(new Who("b", List.of("BANK"), null, null, BANK, null));
    }

    public void toBank(String id) {
        for (var step : List.of("submit", "verify")) {
            done(id, step, null);
        }
        done(id, "send_to_bank", Map.of("bank_uscc", BANK));
    }

    public Api.Answer paid(String id, String day) {
        var answer = bank().post(PAYROLLS + '/' + id + "/pay", Map.of("paid_on", day, "bank_ref", "b-" + id));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer;
    }
}
