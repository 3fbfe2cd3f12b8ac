package cn.sanming.migrant.wage.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.RuleTable;
import org.junit.jupiter.api.Test;

/// What a fact nobody mentions means: it is not so.
class OmittedFactsTest {

    private static final RuleTable RULES = new RuleTable(new EarlyRemoval(), new PenaltyRange());

    @Test
    void removesEarlyWhereNothingSpeaksAgainstIt() {
        assertThat(removal(", 'commitment': true")).isTrue();
    }

    @Test
    void keepsListedWhereNoCommitmentIsGiven() {
        assertThat(removal("")).isFalse();
    }

    @Test
    void finesWhereNoCorrectionIsReported() {
        var result = RULES.answer("PENALTY_RANGE", "{'article': '54', 'fine': '20000.00'}");
        assertThat(result.path("accepted").asBoolean()).isTrue();
    }

    private static boolean removal(String more) {
        var facts = "{'listed_on': '2024-06-24', 'corrected_on': '2024-08-01', 'request_on': '2025-02-05'%s}";
        return RULES.answer("EARLY_REMOVAL", facts.formatted(more))
                .path("admissible")
                .asBoolean();
    }
}
