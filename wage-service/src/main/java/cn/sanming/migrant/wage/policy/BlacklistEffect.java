package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a listing, or its end, does to the employer (联合惩戒): in each department, and to its vacancies one by one where
/// they are told; section 5.1 of the specification, Order 45.
@PolicyRule(id = "BLACKLIST_EFFECT", measure = "M15", zh = "失信联合惩戒的影响", en = "Effect of a listing", clause = "Order 45")
public final class BlacklistEffect implements Rule<BlacklistEffect.Facts, BlacklistEffect.Finding> {

    private static final String CLAUSE = "Order 45";
    private static final Set<String> VISIBLE = Set.of("PUBLISHED", "SUSPENDED");

    /// @param vacancies none to hear of all departments; for a listing how many there are by state; for a removal a
    // list of id, state and expires_on
    public record Facts(
            String event,
            @Nullable JsonNode vacancies,
            @Nullable String employer,
            @Nullable String removalReason,
            @Nullable LocalDate today) {}

    @Schema(oneOf = {Hidden.class, Restored.class})
    public sealed interface Finding {}

    /// @param newSubmit why a new vacancy is refused
    public record Hidden(int hidden, int unchanged, String newSubmit) implements Finding {}

    /// The state of each vacancy afterwards, by its id.
    public record Restored(@JsonAnyGetter Map<String, String> states) implements Finding {}

    /// What follows in all departments, by the thing concerned; the answer where no vacancies are told.
    public record Chain(Map<String, String> effects) implements Finding {}

    private static final List<List<String>> CHAIN = List.of(
            List.of("vacancies", "HIDDEN", "RESTORED_IF_UNEXPIRED"),
            List.of("new_vacancies", "REFUSED", "ALLOWED"),
            List.of("fairs_and_recommendations", "EXCLUDED", "ALLOWED"),
            List.of("employer_side_subsidy_applications", "SUSPENDED", "ACCEPTED_AND_REVIEWED_AGAIN"),
            List.of("undisbursed_guaranteed_loans", "SUSPENDED", "ACCEPTED_AND_REVIEWED_AGAIN"),
            List.of("agency_reward_lines_for_this_employer", "DROPPED", "DROPPED"),
            List.of("workers_own_appraisal_grants", "UNTOUCHED", "UNTOUCHED"),
            List.of("paid_grants_and_disbursed_loans", "UNTOUCHED", "UNTOUCHED"),
            List.of("new_subsidised_classes_as_organiser", "REFUSED", "ALLOWED"),
            List.of("deposit_rate_of_new_projects", "RAISED_BY_100_PERCENT", "BY_HISTORY"),
            List.of("no_arrears_projects", "REVOKED", "MAY_APPLY_AGAIN"),
            List.of("partner_roles_in_activities", "REFUSED", "ALLOWED"),
            List.of("honours_of_responsible_persons", "REFUSED", "ALLOWED"));

    private static Chain chain(boolean listed, RuleContext context) {
        var effects = new LinkedHashMap<String, String>();
        for (var row : CHAIN) {
            var effect = row.get(listed ? 1 : 2);
            effects.put(row.getFirst(), effect);
            context.step(CLAUSE, row.getFirst(), effect, listed ? "listed" : "removed", true);
        }
        return new Chain(effects);
    }

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var vacancies = facts.vacancies();
        return switch (facts.event()) {
            case "wage.blacklist.listed" -> vacancies == null ? chain(true, context) : hide(vacancies, context);
            case "wage.blacklist.removed" ->
                vacancies == null
                        ? chain(false, context)
                        : restore(vacancies, facts.today() == null ? context.today() : facts.today(), context);
            case String other ->
                throw new UnfitFacts(Reason.at("/event", "INVALID_CHOICE")
                        .required("wage.blacklist.listed|wage.blacklist.removed", other));
        };
    }

    private static Hidden hide(JsonNode vacancies, RuleContext context) {
        if (!vacancies.isObject() || !vacancies.valueStream().allMatch(JsonNode::isInt)) {
            throw new UnfitFacts(Reason.at("/vacancies", "COUNTS_BY_STATE_EXPECTED"));
        }
        int hidden = 0;
        int unchanged = 0;
        for (var count : vacancies.properties()) {
            if (VISIBLE.contains(count.getKey())) {
                hidden += count.getValue().asInt();
            } else {
                unchanged += count.getValue().asInt();
            }
        }
        context.step(CLAUSE, "published and suspended vacancies are hidden", VISIBLE, hidden, hidden == 0);
        return new Hidden(hidden, unchanged, "BLACKLISTED_EMPLOYER");
    }

    private static Restored restore(JsonNode vacancies, LocalDate today, RuleContext context) {
        if (!vacancies.isArray()) {
            throw new UnfitFacts(Reason.at("/vacancies", "ARRAY_EXPECTED"));
        }
        var states = new LinkedHashMap<String, String>();
        for (int i = 0; i < vacancies.size(); i++) {
            var vacancy = vacancies.get(i);
            var state = text(vacancy, "state", i);
            states.put(
                    text(vacancy, "id", i),
                    state.equals("HIDDEN") ? after(text(vacancy, "expires_on", i), today, i, context) : state);
        }
        return new Restored(states);
    }

    /// A vacancy is valid through its last day.
    private static String after(String expiresOn, LocalDate today, int index, RuleContext context) {
        try {
            var last = LocalDate.parse(expiresOn);
            boolean valid =
                    context.step(CLAUSE, "only unexpired vacancies come back", last, today, !today.isAfter(last));
            return valid ? "PUBLISHED" : "EXPIRED";
        } catch (DateTimeParseException e) {
            throw new UnfitFacts(Reason.at("/vacancies/" + index + "/expires_on", "INVALID_LOCAL_DATE"));
        }
    }

    private static String text(JsonNode vacancy, String field, int index) {
        var value = vacancy.path(field);
        if (!value.isString()) {
            throw new UnfitFacts(Reason.at("/vacancies/" + index + "/" + field, "REQUIRED"));
        }
        return value.asString();
    }
}
