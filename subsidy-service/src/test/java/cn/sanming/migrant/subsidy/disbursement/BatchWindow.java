package cn.sanming.migrant.subsidy.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// What two officers and a bank do with a batch of payments, over HTTP.
public class BatchWindow {

    static final String BATCHES = "/api/v1/subsidies/payment-batches";
    static final String APPLICATIONS = "/api/v1/subsidies/applications";

    private final Api api;

    public BatchWindow(Api api) {
        this.api = api;
    }

    public static Who maker() {
        return Who.officer("u-40", null, "FINANCE_OFFICER");
    }

    public static Who releaser() {
        return Who.officer("u-41", null, "FINANCE_OFFICER");
    }

    public String open(String district) {
        var made = api.as(maker()).post(BATCHES, Map.of("district", district));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.text("/id");
    }

    public Api.Answer collect(String batch) {
        return api.as(maker()).post(BATCHES + "/" + batch + "/collect", null);
    }

    public Api.Answer release(String batch) {
        return api.as(releaser()).post(BATCHES + "/" + batch + "/release", null);
    }

    public List<JsonNode> lines(String batch) {
        var all = new ArrayList<JsonNode>();
        var after = "";
        do {
            var page = api.as(maker()).get(BATCHES + "/" + batch + "/lines?limit=200" + after);
            page.body().path("items").forEach(all::add);
            after = page.body().path("next").isString() ? "&after=" + page.text("/next") : "";
        } while (!after.isEmpty());
        return all;
    }

    /// The whole way of a batch up to the bank.
    public String sent(String district) {
        var batch = open(district);
        collect(batch);
        var released = release(batch);
        assertThat(released.text("/state")).as(released.raw().body()).isEqualTo("RELEASED");
        return batch;
    }

    /// A return file that says the same of every payment of the bank file.
    public String answerTo(String batch, Function<String[], String> result) {
        var file = new StringBuilder("line_ref,amount,result,paid_on,reason\r\n");
        int lines = 0;
        long fen = 0;
        for (var row : bankFile(batch).split("\r\n")) {
            var fields = row.split(",");
            if (fields[0].equals("line_ref") || fields[0].equals("TOTAL")) {
                continue;
            }
            var said = result.apply(fields);
            lines++;
            fen += said.startsWith("PAID") ? Long.parseLong(fields[3].replace(".", "")) : 0;
            file.append(fields[0])
                    .append(',')
                    .append(fields[3])
                    .append(',')
                    .append(said)
                    .append("\r\n");
        }
        return file + "TOTAL," + lines + "," + fen / 100 + "." + String.format("%02d", fen % 100) + "\r\n";
    }

    public String bankFile(String batch) {
        var file = api.as(releaser()).get(BATCHES + "/" + batch + "/bank-file");
        assertThat(file.status()).as(file.raw().body()).isEqualTo(200);
        return file.raw().body();
    }

    public Api.Answer answer(String batch, String file) {
        return api.as(maker())
                .post(BATCHES + "/" + batch + "/return-file", "text/csv", file.getBytes(StandardCharsets.UTF_8));
    }

    public Api.Answer application(String id) {
        return api.as(maker()).get(APPLICATIONS + "/" + id);
    }
}
