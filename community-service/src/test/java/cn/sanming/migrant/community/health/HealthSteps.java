package cn.sanming.migrant.community.health;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.community.school.SchoolDistrict;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/// What the tests of health records share: doctors here and elsewhere, and a secret.
abstract class HealthSteps {

    static final Who DOCTOR = Who.officer("doc-1", "350404", "HEALTH_WORKER");
    static final Who DOCTOR_ELSEWHERE = Who.officer("doc-2", "350405", "HEALTH_WORKER");
    static final Who OFFICER = Who.officer("hof-1", "350404", "HEALTH_OFFICER");

    @Autowired
    SchoolDistrict city;

    @Autowired
    Events events;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    QueryShapes shapes;

    @AfterEach
    void asksTheStoreOnlyAlongAnIndex() {
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }

    String record(String person, String birth, Who opener) {
        return city.done(
                        opener,
                        "health-records",
                        Map.of("person_id", person, "birth_date", birth, "district", "350404"))
                .path("id")
                .asString();
    }

    static Map<String, Object> opening(String person) {
        return Map.of("person_id", person, "birth_date", "1980-01-01", "district", "350404");
    }
}
