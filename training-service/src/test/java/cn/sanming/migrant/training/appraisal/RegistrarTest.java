package cn.sanming.migrant.training.appraisal;

import static cn.sanming.migrant.training.Acting.granted;
import static cn.sanming.migrant.training.Acting.on;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.training.Desk;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/// The certificate and its appraisal are two documents: whatever happens in between, there is one certificate.
@ServiceTest
@Import(Desk.class)
class RegistrarTest {

    @Autowired
    Desk desk;

    @Autowired
    Registrar registrar;

    @Autowired
    MongoTemplate mongo;

    @Test
    void issuesOneCertificateThoughTheFirstAttemptWasCutShort() {
        var agency = Desk.examiner(Desk.HOME_AGENCY);
        var asked = Map.of(
                "person_id",
                "P-0601",
                "district",
                "350404",
                "occupation_code",
                Desk.ELECTRICIAN,
                "level",
                3,
                "work_region",
                "350404",
                "agency_uscc",
                Desk.HOME_AGENCY,
                "fee",
                "180.00",
                "is_migrant_worker",
                true);
        var id = desk.on("2024-05-06")
                .done(Desk.worker("P-0601"), "appraisals", asked)
                .text("/id");
        var path = "appraisals/" + id;
        desk.done(agency, path + "/accept");
        desk.done(agency, path + "/schedule", Map.of("exam_on", "2024-05-06"));
        desk.done(agency, path + "/pass");
        var unsaved = Objects.requireNonNull(mongo.findById(id, Appraisal.class));
        granted(registrar.issue(unsaved, Certificate.Kind.SKILL_LEVEL, "S-2024-0601", on("2024-05-07")));
        assertThat(desk.get(agency, path).text("/state")).isEqualTo("PASSED");
        var again = Map.of("kind", "SKILL_LEVEL", "number", "S-2024-0602");
        assertThat(desk.on("2024-05-08")
                        .done(agency, path + "/issue_certificate", again)
                        .text("/state"))
                .isEqualTo("CERTIFIED");
        var mine = desk.get(Desk.worker("P-0601"), "certificates").body().path("items");
        assertThat(mine).hasSize(1);
        assertThat(mine.path(0).path("number").asString()).isEqualTo("S-2024-0601");
        assertThat(desk.published("training.certificate.issued", Certificate.idOf(id))
                        .path("issued_on")
                        .asString())
                .isEqualTo("2024-05-07");
    }
}
