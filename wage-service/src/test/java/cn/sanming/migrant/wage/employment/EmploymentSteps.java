package cn.sanming.migrant.wage.employment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Api.Answer;
import cn.sanming.migrant.platform.test.EventContracts;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/// What the tests of lawful employment share: a firm, an officer, nights that pass.
abstract class EmploymentSteps {

    static final String WAGES = "/api/v1/wages/";
    static final String FIRM_CODE = "91350404MA0FJM020R";
    static final String OTHER_CODE = "91350404MA0FJM012Y";
    static final Who FIRM = Who.firm(FIRM_CODE);
    static final Who HR = Who.officer("hr-1", "350404", "HR_OFFICER");
    static final List<String> COLLECTIONS = List.of(
            "employments",
            "labour_contracts",
            "dispatch_reports",
            "heat_alerts",
            "outdoor_work",
            "guidance_visits",
            "plan_items");

    final EventContracts contracts = new EventContracts(Path.of("contracts/events"));

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    SettableClock clock;

    @AfterAll
    static void asksTheStoreNothingWithoutAnIndex(@Autowired QueryShapes shapes, @Autowired MongoTemplate mongo) {
        assertThat(shapes.withoutIndex(mongo))
                .noneMatch(shape -> COLLECTIONS.stream().anyMatch(shape::startsWith));
    }

    static Answer ok(Answer answer, int status) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        return answer;
    }

    static List<String> codes(Answer answer) {
        return answer.body()
                .at("/errors")
                .valueStream()
                .map(error -> error.path("code").asString())
                .toList();
    }
}
