package cn.sanming.migrant.community.health;

import static cn.sanming.migrant.community.school.SchoolDistrict.guardian;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.community.school.SchoolDistrict;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

/// Who reads a health record, why, and what nobody ever finds elsewhere.
@ServiceTest
@Import(SchoolDistrict.class)
@ExtendWith(OutputCaptureExtension.class)
class HealthRecordPrivacyTest extends HealthSteps {

    private static final Who DOCTOR_OF_THE_CITY = Who.officer("doc-3", null, "HEALTH_WORKER");
    private static final String SECRET = "青霉素过敏";

    @Test
    void showsARecordOnlyToThePersonTheGuardianAndTheWorkersOfTheDistrict() {
        city.on("2024-05-06");
        var wanted = new HashMap<>(opening("C-h2"));
        wanted.put("guardian_ids", List.of("P-h2"));
        var id =
                city.done(guardian("P-h2"), "health-records", wanted).path("id").asString();
        var path = "health-records/" + id + "?purpose=TREATMENT";
        assertThat(city.status(guardian("P-h2"), "health-records/" + id)).isEqualTo(200);
        assertThat(city.status(guardian("C-h2"), "health-records/" + id)).isEqualTo(200);
        assertThat(city.status(DOCTOR, path)).isEqualTo(200);
        assertThat(city.status(guardian("P-nosy"), path)).isEqualTo(404);
        assertThat(city.status(DOCTOR_ELSEWHERE, path)).isEqualTo(404);
        assertThat(city.status(DOCTOR_OF_THE_CITY, path)).isEqualTo(404);
        assertThat(city.status(OFFICER, path)).isEqualTo(404);
        assertThat(city.status(Who.officer("sup", null, "SUPERVISOR"), path)).isEqualTo(404);
        assertThat(city.status(Who.firm("91350404MA0FJM020R"), path)).isEqualTo(404);
    }

    @Test
    void keepsARecordToItsClinicUntilThePersonChoosesAnother() {
        city.on("2024-05-06");
        var own = Who.ofUnit("doc-a", "CLINIC-A", "350404", "HEALTH_WORKER");
        var other = Who.ofUnit("doc-b", "CLINIC-B", "350404", "HEALTH_WORKER");
        var id = record("P-h3", "1980-01-01", own);
        var path = "health-records/" + id + "?purpose=TREATMENT";
        assertThat(city.status(own, path)).isEqualTo(200);
        assertThat(city.status(other, path)).isEqualTo(404);
        city.refused(other, "health-records/" + id + "/update", Map.of("note", "x"), 403, "NOT_YOUR_PATIENT");
        city.done(guardian("P-h3"), "health-records/" + id + "/choose_clinic", Map.of("clinic", "CLINIC-B"));
        assertThat(city.status(other, path)).isEqualTo(200);
        assertThat(city.status(own, path)).isEqualTo(404);
    }

    @Test
    void readsNothingWithoutAPurposeAndShowsThePersonWhoReadAndWhy() {
        city.on("2024-05-06");
        var id = record("P-h4", "1980-01-01", DOCTOR);
        var path = "health-records/" + id;
        assertThat(city.status(DOCTOR, path)).isEqualTo(400);
        assertThat(city.status(DOCTOR, path + "?purpose=CURIOSITY")).isEqualTo(400);
        assertThat(city.status(DOCTOR, path + "?purpose=OWN")).isEqualTo(400);
        assertThat(city.status(DOCTOR, path + "?purpose=REFERRAL")).isEqualTo(200);
        assertThat(city.status(DOCTOR_ELSEWHERE, path + "?purpose=TREATMENT")).isEqualTo(404);
        var reads = city.get(guardian("P-h4"), "health-reads").path("items");
        assertThat(reads)
                .extracting(read -> read.path("who").asString() + " "
                        + read.path("purpose").asString() + " "
                        + read.path("granted").asBoolean())
                .containsExactly("doc-1 REFERRAL true", "doc-2 TREATMENT false");
        assertThat(city.get(guardian("P-nosy"), "health-reads?person_id=P-h4").path("items"))
                .isEmpty();
        assertThat(city.status(DOCTOR, "health-reads?person_id=P-h4")).isEqualTo(403);
        var trail = new ArrayList<Document>();
        for (var entry : mongo.getCollection("audit").find()) {
            if (("HealthRecord:" + id).equals(entry.getString("what"))) {
                trail.add(entry);
            }
        }
        assertThat(trail).hasSize(1).first().satisfies(entry -> {
            assertThat(entry.getString("who")).isEqualTo("doc-1");
            assertThat(entry.getString("purpose")).isEqualTo("REFERRAL");
        });
    }

    @Test
    void leavesNothingReadableInStoreEventsLogsOrErrors(CapturedOutput output) {
        city.on("2024-05-06");
        var id = record("P-h5", "1966-07-08", DOCTOR);
        var written = city.post(
                DOCTOR,
                "health-records/" + id + "/update",
                Map.of("allergies", List.of(SECRET), "conditions", List.of("慢性乙肝"), "note", "复诊三次"));
        assertThat(written.status()).isEqualTo(200);
        assertThat(written.raw().body()).doesNotContain(SECRET, "乙肝", "复诊", "1966");
        var shown = city.get(guardian("P-h5"), "health-records/" + id);
        assertThat(shown.at("/allergies/0").asString()).isEqualTo(SECRET);
        assertThat(shown.at("/notes/0").asString()).contains("复诊三次");

        var plan = Map.of(
                "person_id", "P-h5", "condition", "HYPERTENSION", "last_followup", "2024-05-01", "controlled", true);
        city.done(DOCTOR, "follow-ups", plan);
        var wrong = new HashMap<String, Object>(plan);
        wrong.put("condition", "HIV_SECRET");
        assertThat(city.post(DOCTOR, "follow-ups", wrong).raw().body()).doesNotContain("HIV_SECRET");
        var stored = new StringBuilder();
        for (var collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection).find().forEach(document -> stored.append(document.toJson()));
        }
        assertThat(stored.toString())
                .doesNotContain(SECRET, "乙肝", "复诊", "1966-07-08")
                .doesNotContain("\"condition\"");
        assertThat(events.all("community.events").stream()
                        .map(seen -> seen.data().toString())
                        .toList())
                .noneMatch(data -> data.contains(SECRET) || data.contains("乙肝") || data.contains("1966"));
        assertThat(output.getAll()).doesNotContain(SECRET, "乙肝", "HIV_SECRET", "1966-07-08");
    }
}
