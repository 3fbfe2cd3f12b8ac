package cn.sanming.migrant.subsidy.assessment;

import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.platform.rules.RuleContext;
import cn.sanming.migrant.subsidy.agency.AgencyReward;
import cn.sanming.migrant.subsidy.agency.AgencyRewardPerson;
import cn.sanming.migrant.subsidy.claim.Assessment;
import cn.sanming.migrant.subsidy.claim.Claim;
import cn.sanming.migrant.subsidy.claim.Kind;
import cn.sanming.migrant.subsidy.employer.EmployerRegister;
import cn.sanming.migrant.subsidy.ledger.GrantUniqueness;
import cn.sanming.migrant.subsidy.proof.PlacementCheck;
import cn.sanming.migrant.subsidy.proof.Proofs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the lines of an agency to their rules (用工服务奖补审核): lines that fail drop out, the others go on; a person is
/// rewarded once in a life, by whichever agency.
@Component
class AgencyAssessor {

    private final RuleBook rules;
    private final AgencyReward reward;
    private final AgencyRewardPerson person;
    private final Caps caps;
    private final GrantUniqueness uniqueness;
    private final Proofs proofs;
    private final PlacementCheck placements;
    private final EmployerRegister employers;

    AgencyAssessor(
            RuleBook rules,
            AgencyReward reward,
            AgencyRewardPerson person,
            Caps caps,
            GrantUniqueness uniqueness,
            Proofs proofs,
            PlacementCheck placements,
            EmployerRegister employers) {
        this.rules = rules;
        this.reward = reward;
        this.person = person;
        this.caps = caps;
        this.uniqueness = uniqueness;
        this.proofs = proofs;
        this.placements = placements;
        this.employers = employers;
    }

    Assessment assess(String id, String agency, Claim.Agency claim, LocalDate on) {
        var steps = new ArrayList<RuleContext.Step>();
        var parameters = new ArrayList<Decision.UsedParameter>();
        var persons = new ArrayList<String>();
        var reasons = new ArrayList<String>();
        if (employers.isBlacklisted(agency)) {
            reasons.add("BLACKLISTED_EMPLOYER");
        }
        boolean barred = !reasons.isEmpty();
        for (var line : claim.lines()) {
            var decision = rules.decide(person, facts(id, agency, claim, line, on));
            steps.addAll(decision.steps());
            parameters.addAll(decision.parameters());
            if (!decision.result().eligible()) {
                reasons.addAll(decision.result().reasons());
            } else if (!persons.contains(line.personId())) {
                persons.add(line.personId());
            }
        }
        var granted = caps.granted(Kind.AGENCY_REWARD, agency, on, id);
        var decision = rules.decide(reward, new AgencyReward.Facts(persons.size(), granted, on));
        steps.addAll(decision.steps());
        parameters.addAll(decision.parameters());
        var amount = decision.result().amount();
        if (!persons.isEmpty() && amount.isZero()) {
            reasons.add("CAP_REACHED");
        }
        return new Assessment(
                decision.rule(),
                amount.isPositive() && !barred,
                reasons.stream().distinct().toList(),
                amount,
                List.copyOf(persons),
                persons.stream().map(AgencyAssessor::mark).toList(),
                List.copyOf(steps),
                parameters.stream().distinct().toList());
    }

    /// What the applicant says, corrected by what the job and wage departments have told us.
    private AgencyRewardPerson.Facts facts(
            String id, String agency, Claim.Agency claim, Claim.Line line, LocalDate on) {
        var placed = proofs.placement(line.personId(), line.employerUscc(), on)
                .or(() -> placements.ask(line.placementId(), line.personId(), line.employerUscc(), agency));
        var known = placed.map(Proofs.Placed::startOn).orElse(line.employmentStart());
        var start = known.isAfter(line.employmentStart()) ? known : line.employmentStart();
        return new AgencyRewardPerson.Facts(
                claim.forProfit(),
                line.licenceValidOnStart(),
                line.employerOwnership(),
                line.employerDistrict(),
                employers.isBlacklisted(line.employerUscc()),
                line.contractSigned() || proofs.contractSigned(line.personId(), line.employerUscc()),
                uniqueness.takenByAnother(mark(line.personId()), id),
                null,
                start,
                earlier(line.employmentEnd(), placed.map(Proofs.Placed::endOn).orElse(null)),
                on);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate stated, @Nullable LocalDate known) {
        return stated == null || known != null && known.isBefore(stated) ? known : stated;
    }

    private static String mark(String personId) {
        return "AGENCY_REWARD:" + personId;
    }
}
