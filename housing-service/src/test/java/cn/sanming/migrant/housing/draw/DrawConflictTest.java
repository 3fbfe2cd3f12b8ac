package cn.sanming.migrant.housing.draw;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.housing.HousingTest;
import cn.sanming.migrant.housing.application.HousingApplication;
import cn.sanming.migrant.platform.protect.FieldCipher;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveEvent;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/// Somebody writes to a winner's application at the very moment of the draw: that costs nobody the home.
@Import(DrawConflictTest.Meddling.class)
class DrawConflictTest extends HousingTest {

    @Autowired
    Meddler meddler;

    @Autowired
    RoundDesk rounds;

    @Autowired
    FieldCipher cipher;

    @TestConfiguration(proxyBeanMethods = false)
    static class Meddling {
        @Bean
        Meddler meddler(@Lazy MongoTemplate mongo) {
            return new Meddler(mongo);
        }
    }

    /// Writes to one application each time before somebody else can.
    static final class Meddler extends AbstractMongoEventListener<HousingApplication> {
        private final MongoTemplate mongo;
        private volatile @Nullable String victim;

        Meddler(MongoTemplate mongo) {
            this.mongo = mongo;
        }

        @Override
        public void onBeforeSave(BeforeSaveEvent<HousingApplication> saving) {
            if (saving.getSource().id().equals(victim)) {
                mongo.updateFirst(
                        Query.query(Criteria.where("_id").is(victim)),
                        new Update().inc("version", 1),
                        HousingApplication.class);
            }
        }
    }

    @Test
    void givesTheHomeToTheWinnerThoughSomebodyElseWroteToTheApplicationAtThatMoment() {
        on("2024-03-01");
        var bed = units("DORMITORY", List.of(flat("conflict", "beds", 1, "area", "8.00")))
                .getFirst();
        var winner = waiting(somebody(), "2024-03-01", "in_difficulty", true);
        waiting(somebody(), "2024-03-01");
        on("2024-03-20");
        var round =
                Map.of("title", "配租批次", "unit_ids", List.of(bed), "closes_on", "2024-03-20", "draw_on", "2024-03-22");
        var id = done(OFFICER, "draws", round).text("/id");
        on("2024-03-21");
        done(OFFICER, "draws/" + id + "/close");
        on("2024-03-22");

        var first = firstOf(id);
        meddler.victim = first;
        refused(OFFICER, "draws/" + id + "/draw", Map.of(), 409);
        assertThat(open("published-draws/" + id).text("/state")).isEqualTo("CLOSED");
        assertThat(stateOf(first)).isEqualTo("WAITLISTED");

        meddler.victim = null;
        done(OFFICER, "draws/" + id + "/draw");
        var drawn = open("published-draws/" + id);
        assertThat(drawn.text("/awards/0/application_id")).isEqualTo(first);
        assertThat(drawn.body().at("/passed_over")).isEmpty();
        assertThat(open("published-draws/" + id + "/replay")
                        .body()
                        .path("identical")
                        .asBoolean())
                .isTrue();
        assertThat(winner).isNotEmpty();
    }

    /// Who will be drawn first: the draw itself, on the list and the seed of this round.
    private String firstOf(String id) {
        var round = rounds.find(id).orElseThrow();
        return Draw.of(cipher.open(round.sealedSeed), String.valueOf(round.list))
                .order()
                .getFirst()
                .applicationId();
    }
}
