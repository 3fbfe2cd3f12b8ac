package cn.sanming.migrant.legalaid.arbitration;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which commission is competent (仲裁管辖): that of the place of work or of the employer's seat; where both sides have
/// applied, one in each, that of the place of work.
@PolicyRule(id = "PLACE", measure = "M17", zh = "仲裁管辖", en = "Place of competence", clause = "调解仲裁法第21条")
public final class Place implements Rule<Place.Facts, Place.Finding> {

    public record Facts(
            @Nullable String workerAppliedIn,
            @Nullable String employerAppliedIn,
            String districtOfWork,
            @Nullable String employerSeat) {}

    /// @param competent none when nobody has applied at a competent place
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Finding(@Nullable String competent) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var applied = current(facts.workerAppliedIn(), facts.employerAppliedIn());
        if (applied.isEmpty()) {
            throw new UnfitFacts(Reason.at("/worker_applied_in", "REQUIRED"));
        }
        var places = current(facts.districtOfWork(), facts.employerSeat());
        var competent = new LinkedHashSet<>(applied);
        competent.retainAll(places);
        context.step(
                "调解仲裁法第21条",
                "applied at the place of work or the employer's seat",
                places,
                applied,
                !competent.isEmpty());
        if (competent.size() > 1) {
            context.step("调解仲裁法第21条", "both applied: the place of work", facts.districtOfWork(), applied, true);
            return new Finding(places.iterator().next());
        }
        return new Finding(competent.isEmpty() ? null : competent.iterator().next());
    }

    private static Set<String> current(@Nullable String... codes) {
        var divisions = Divisions.sanming();
        var found = new LinkedHashSet<String>();
        Stream.of(codes).filter(Objects::nonNull).forEach(code -> found.add(divisions.current(code)));
        return found;
    }
}
