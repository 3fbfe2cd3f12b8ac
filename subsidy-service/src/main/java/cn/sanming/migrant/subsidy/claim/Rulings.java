package cn.sanming.migrant.subsidy.claim;

import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The decisions on one application in their order, and who may not decide on it again because an appeal was upheld.
public final class Rulings {

    static final Verdict FOUR_EYES = Verdict.refused(Refusal.Kind.FOUR_EYES, Reason.of("FOUR_EYES"));

    private final List<Ruling> made;
    private final List<String> barred;

    public Rulings(List<Ruling> made, List<String> barred) {
        this.made = made;
        this.barred = barred;
    }

    public static Rulings none() {
        return new Rulings(new ArrayList<>(), new ArrayList<>());
    }

    /// The start of a review that an upheld appeal demands: by other people.
    public static Rulings without(Set<String> barred) {
        return new Rulings(new ArrayList<>(), new ArrayList<>(barred));
    }

    /// Four eyes: who accepted does not review; what the rule refuses does not pass.
    public Verdict grant(Claim claim, Assessment assessment, CaseFile file, CommandContext context) {
        if (bar(context.actor(), file, "accept")) {
            return FOUR_EYES;
        }
        if (!assessment.eligible()) {
            return Verdict.refused(
                    Refusal.Kind.NOT_ELIGIBLE,
                    assessment.reasons().stream().map(Reason::of).toArray(Reason[]::new));
        }
        granted(claim, assessment, context);
        return Verdict.granted();
    }

    public void granted(Claim claim, Assessment assessment, CommandContext context) {
        add(true, claim, assessment, List.of(), context);
    }

    public void refused(Claim claim, @Nullable Assessment assessment, List<String> reasons, CommandContext context) {
        add(false, claim, assessment, reasons, context);
    }

    private void add(
            boolean granted,
            Claim claim,
            @Nullable Assessment assessment,
            List<String> reasons,
            CommandContext context) {
        made.add(new Ruling(
                made.size() + 1,
                granted,
                context.today(),
                context.actor().id(),
                claim,
                assessment,
                List.copyOf(reasons),
                claim.kind().ruleVersion()));
    }

    public Optional<Ruling> latest() {
        return made.isEmpty() ? Optional.empty() : Optional.of(made.getLast());
    }

    /// What stands against an approval before any money is reserved.
    public Verdict mayApprove(LocalDate from, CaseFile file, CommandContext context) {
        if (bar(context.actor(), file, "accept", "review_pass")) {
            return FOUR_EYES;
        }
        return Verdict.guards()
                .require(
                        !context.today().isBefore(from),
                        Reason.of("PUBLICITY_NOT_OVER").required(from, context.today()))
                .verdict();
    }

    /// Whether somebody took part in an earlier step, or in the decision that an appeal has overturned.
    public boolean bar(Actor actor, CaseFile file, String... commands) {
        return barred.contains(actor.id()) || file.hasActed(actor.id(), commands);
    }
}
