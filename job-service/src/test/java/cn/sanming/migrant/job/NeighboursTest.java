package cn.sanming.migrant.job;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.EventContracts;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.OpenApiContract;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the neighbours show as examples is understood here, and what this room offers is what its contract says.
@ServiceTest
class NeighboursTest {

    private static final String SEEKERS = "/api/v1/jobs/seekers/";

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    SettableClock clock;

    private JsonNode heard(String room, String type, String subject) throws IOException {
        var example = Files.readString(Path.of("..", room, "contracts/examples", type + ".json"));
        events.publish(UUID.randomUUID().toString(), 1, type, subject, "350404", clock.instant(), example);
        return JsonMapper.shared().readTree(example);
    }

    private JsonNode profile(JsonNode event) {
        return api.as(Deeds.OFFICER)
                .get(SEEKERS + event.path("person_id").asString())
                .body();
    }

    private static void until(Callable<Boolean> holds) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(holds);
    }

    @Test
    void understandsTheTrainingDepartment() throws IOException {
        var issued = heard("training-service", "training.certificate.issued", "ce-n1");
        until(() ->
                profile(issued).at("/certificates/0/certificate_id").asString().equals("ce-n1"));
        var completed = heard("training-service", "training.enrolment.completed", "en-n1");
        until(() -> profile(completed)
                .path("occupation_codes")
                .toString()
                .contains(completed.path("occupation_code").asString()));
        var award = heard("training-service", "training.award.granted", "ce-n2");
        until(() -> profile(award).at("/awards/0/entry_id").asString().equals("ce-n2"));
        var revoked = heard("training-service", "training.certificate.revoked", "ce-n1");
        until(() -> profile(revoked).path("certificates").toString().contains("\"revoked\":true"));
    }

    @Test
    void understandsTheWageDepartment() throws IOException {
        var listed = heard("wage-service", "wage.blacklist.listed", "b-n1");
        var uscc = listed.path("employer_uscc").asString();
        api.as(Deeds.OFFICER).put("/api/v1/jobs/employers/" + uscc, Map.of("name", "测试企业", "district", "350404"));
        until(() -> api.as(Deeds.OFFICER)
                .get("/api/v1/jobs/employers/" + uscc)
                .body()
                .path("blacklisted")
                .asBoolean());
    }

    @Test
    void offersWhatItsContractSays() {
        assertThat(OpenApiContract.difference(api, Path.of("contracts/operations.txt")))
                .isEmpty();
    }

    @Test
    void whateverIsOnTheWireFollowsItsSchema() {
        clock.set("2024-03-04");
        var employer = Deeds.creditCode(990);
        var id = Deeds.published(api, employer, Deeds.offer(employer, "测试工", null));
        events.await("job.vacancy.published", id);
        var contracts = new EventContracts(Path.of("contracts/events"));
        var faults = new ArrayList<String>();
        events.all("job.events").forEach(seen -> faults.addAll(contracts.violations(seen)));
        assertThat(faults).isEmpty();
    }
}
