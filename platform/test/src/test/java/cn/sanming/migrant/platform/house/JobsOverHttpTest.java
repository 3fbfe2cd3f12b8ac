package cn.sanming.migrant.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.context.TestPropertySource;

/// Who is on duty sees over HTTP what a job could not handle, has it tried again, and the figures say the same.
@ServiceTest
@TestPropertySource(properties = {"test.jobs=http", "management.prometheus.metrics.export.enabled=true"})
class JobsOverHttpTest {

    private static final String JOB = "/actuator/jobs/look-at-tickets";

    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    private Api ops() {
        return api.management().as(new Who("ops", List.of("OPS"), null, null, null, null));
    }

    private String figures() {
        return api.management().get("/actuator/prometheus").raw().body();
    }

    @Test
    void showsParkedCasesRetriesThemAndKeepsThemFromStrangers() {
        assertThat(figures()).contains("job_parked{", "job_last_success{", "job_failed_total{");
        assertThat(api.management().get("/actuator/jobs").status()).isEqualTo(401);
        var firm = api.as(Who.firm("91350404MA0FJM012Y"));
        for (var number : List.of("unreadable-1", "good-1")) {
            firm.post("/api/v1/tickets/tickets", Map.of("number", number, "amount", "1.00", "district", "350404"));
        }

        var ran = ops().post(JOB, Map.of("date", "2024-04-15"));
        assertThat(ran.status()).as(ran.raw().body()).isEqualTo(200);
        assertThat(ran.body().path("parked").asInt()).isEqualTo(1);
        assertThat(figures()).containsPattern("job_parked\\{[^}]*look-at-tickets[^}]*} 1.0");

        var shown = ops().get(JOB).body();
        assertThat(shown.path("last_date").asString()).isEqualTo("2024-04-15");
        var parked = shown.at("/parked_cases/0");
        assertThat(parked.path("reason").asString()).isEqualTo("IllegalStateException");
        assertThat(parked.path("place").asString()).startsWith("TicketJob.");
        assertThat(ops().get("/actuator/jobs").body().path("jobs").size()).isEqualTo(1);

        mongo.updateFirst(
                Query.query(Criteria.where("number").is("unreadable-1")),
                Update.update("number", "mended-1"),
                Ticket.class);
        var again = ops().post(JOB, Map.of("parked", parked.path("id").asString()));
        assertThat(again.body().path("handled").asInt()).isEqualTo(1);
        assertThat(ops().get(JOB).body().path("parked").asInt()).isZero();
        assertThat(figures()).containsPattern("job_parked\\{[^}]*look-at-tickets[^}]*} 0.0");
        assertThat(ops().post("/actuator/jobs/unknown", Map.of()).status()).isEqualTo(404);
        assertThat(ops().post(JOB, Map.of("date", "soon")).status()).isEqualTo(400);
    }
}
