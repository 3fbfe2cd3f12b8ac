package cn.sanming.migrant.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Verdict;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each breach of the rule is planted here, and so is what is no breach.
class DroppedOutcomesTest {

    static final class Careless {
        Outcome<String> step(String id) {
            return Outcome.done(id);
        }

        Verdict guard() {
            return Verdict.granted();
        }

        void dropsAnOutcome() {
            step("1");
        }

        void dropsAVerdict() {
            guard();
        }

        void dropsInALambda() {
            List.of("1").forEach(id -> step(id));
        }

        void dropsByMethodReference() {
            List.of("1").forEach(this::step);
        }
    }

    static final class Careful {
        Outcome<String> step(String id) {
            return Outcome.done(id);
        }

        void looks() {
            step("1").orRetry();
            List.of("1").forEach(id -> step(id).orRetry());
            assertThat(List.of("1").stream().map(this::step).toList()).hasSize(1);
        }
    }

    private static List<String> found(Class<?> type) {
        return DroppedOutcomes.of(new ClassFileImporter().importClass(type));
    }

    @Test
    void findsOutcomesAndVerdictsThatNobodyLooksAt() {
        assertThat(found(Careless.class))
                .hasSize(4)
                .anyMatch(line -> line.contains("dropsAnOutcome"))
                .anyMatch(line -> line.contains("dropsAVerdict"))
                .anyMatch(line -> line.contains("lambda$dropsInALambda"))
                .anyMatch(line -> line.contains("dropsByMethodReference"));
    }

    @Test
    void leavesThoseAloneThatAreLookedAt() {
        assertThat(found(Careful.class)).isEmpty();
    }
}
