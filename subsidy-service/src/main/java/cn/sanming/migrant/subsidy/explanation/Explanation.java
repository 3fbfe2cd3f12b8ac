package cn.sanming.migrant.subsidy.explanation;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.subsidy.claim.Assessment;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why an application was decided as it was, and what would change the answer (决定说明).
///
/// @param headline    the result in one sentence; @param next what happens now and until when
/// @param provisional nothing is decided: this is what the rule says to the papers handed in
/// @param decisionNumber what an appeal has to name
/// @param figures     every dated figure the decision rests on
@JsonInclude(JsonInclude.Include.NON_NULL)
record Explanation(
        String id,
        String state,
        String headline,
        String next,
        boolean provisional,
        @Nullable Integer decisionNumber,
        @Nullable Boolean granted,
        @Nullable LocalDate decidedOn,
        @Nullable String rule,
        @Nullable String ruleTitle,
        @Nullable String ruleVersion,
        @Nullable Money requested,
        Money amount,
        List<Step> steps,
        List<Change> whatWouldChangeIt,
        @Nullable Retry retry,
        List<Decision.UsedParameter> figures,
        @Nullable LocalDate publicityLastDay,
        @Nullable LocalDate appealUntil,
        @Nullable Assessment assessment) {

    /// One condition, told once for all lines it applies to in the same way.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            String code,
            boolean passed,
            String text,
            @Nullable String clause,
            @Nullable String required,
            @Nullable String found,
            int lines) {}

    /// What would turn a condition that failed.
    record Change(String code, String text) {}

    /// The day from which the conditions of time hold, and what the rule then says if nothing else changes.
    record Retry(LocalDate from, boolean eligible, Money amount, String text) {}
}
