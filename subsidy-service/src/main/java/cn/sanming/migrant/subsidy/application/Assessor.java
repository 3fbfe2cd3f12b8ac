package cn.sanming.migrant.subsidy.application;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.Grounds;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.subsidy.agency.AgencyReward;
import cn.sanming.migrant.subsidy.agency.AgencyRewardPerson;
import cn.sanming.migrant.subsidy.appraisal.AppraisalFeeSubsidy;
import cn.sanming.migrant.subsidy.appraisal.AppraisalSubsidy;
import cn.sanming.migrant.subsidy.appraisal.Entitlements;
import cn.sanming.migrant.subsidy.employer.EmployerRegister;
import cn.sanming.migrant.subsidy.post.PostSubsidy;
import cn.sanming.migrant.subsidy.startup.StartupJobsSubsidy;
import cn.sanming.migrant.subsidy.startup.StartupSubsidy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a claim to the rule of its kind (审核), with what this department knows: blacklist, earlier grants,
/// entitlements.
@Component
class Assessor {

    private final RuleBook rules;
    private final Paid paid;
    private final EmployerRegister employers;
    private final Entitlements entitlements;
    private final PostSubsidy post;
    private final AgencyReward reward;
    private final AgencyRewardPerson person;
    private final StartupSubsidy startup;
    private final StartupJobsSubsidy jobs;
    private final AppraisalSubsidy appraisal;
    private final AppraisalFeeSubsidy fee;

    Assessor(
            RuleBook rules,
            Paid paid,
            EmployerRegister employers,
            Entitlements entitlements,
            PostSubsidy post,
            AgencyReward reward,
            AgencyRewardPerson person,
            StartupSubsidy startup,
            StartupJobsSubsidy jobs,
            AppraisalSubsidy appraisal,
            AppraisalFeeSubsidy fee) {
        this.rules = rules;
        this.paid = paid;
        this.employers = employers;
        this.entitlements = entitlements;
        this.post = post;
        this.reward = reward;
        this.person = person;
        this.startup = startup;
        this.jobs = jobs;
        this.appraisal = appraisal;
        this.fee = fee;
    }

    /// @param on the day of the application
    Assessment assess(String applicant, Claim claim, LocalDate on) {
        return switch (claim.kind()) {
            case POST -> ofPost(Objects.requireNonNull(claim.post()));
            case AGENCY_REWARD -> ofAgency(applicant, Objects.requireNonNull(claim.agency()), on);
            case STARTUP -> ofStartup(applicant, claim, Objects.requireNonNull(claim.startup()), on);
            case STARTUP_JOBS -> ofJobs(applicant, claim, Objects.requireNonNull(claim.jobs()), on);
            case APPRAISAL -> ofAppraisal(claim.entitlementId(), on);
            case APPRAISAL_FEE -> ofFee(claim.entitlementId(), on);
        };
    }

    private Assessment ofPost(Claim.Post claim) {
        var decision = rules.decide(post, new PostSubsidy.Facts(claim.months()));
        var total = decision.result().total();
        var reasons = decision.result().lines().stream()
                .map(PostSubsidy.Line::error)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Assessment.of(decision, total.isPositive(), reasons, total);
    }

    /// Lines that fail drop out; the others go on.
    private Assessment ofAgency(String agency, Claim.Agency claim, LocalDate on) {
        var steps = new ArrayList<Grounds.Step>();
        var parameters = new ArrayList<Decision.UsedParameter>();
        var persons = new ArrayList<String>();
        var reasons = new ArrayList<String>();
        for (var line : claim.lines()) {
            var decision = rules.decide(person, facts(claim, line, on));
            steps.addAll(decision.steps());
            parameters.addAll(decision.parameters());
            if (decision.result().eligible() && !persons.contains(line.personId())) {
                persons.add(line.personId());
            } else {
                reasons.addAll(decision.result().reasons());
            }
        }
        var granted = paid.grantedTo(agency, Kind.AGENCY_REWARD);
        var decision = rules.decide(reward, new AgencyReward.Facts(persons.size(), granted, on));
        steps.addAll(decision.steps());
        parameters.addAll(decision.parameters());
        var amount = decision.result().amount();
        if (!persons.isEmpty() && amount.isZero()) {
            reasons.add("CAP_REACHED");
        }
        return new Assessment(
                decision.rule(),
                amount.isPositive(),
                reasons.stream().distinct().toList(),
                amount,
                persons,
                steps,
                parameters.stream().distinct().toList());
    }

    private AgencyRewardPerson.Facts facts(Claim.Agency claim, Claim.Line line, LocalDate on) {
        return new AgencyRewardPerson.Facts(
                claim.forProfit(),
                line.licenceValidOnStart(),
                line.employerOwnership(),
                line.employerDistrict(),
                employers.isBlacklisted(line.employerUscc()),
                line.contractSigned(),
                paid.rewarded(line.personId()),
                null,
                line.employmentStart(),
                line.employmentEnd(),
                on);
    }

    private Assessment ofStartup(String applicant, Claim claim, Claim.Startup facts, LocalDate on) {
        var decision = rules.decide(
                startup,
                new StartupSubsidy.Facts(
                        facts.isMigrantWorker(),
                        facts.firstBusiness(),
                        claim.district(),
                        facts.registeredOn(),
                        facts.status(),
                        facts.abnormalList(),
                        facts.taxQuartersFiled(),
                        listed(claim.employerUscc()),
                        paid.anyOf(applicant, Kind.STARTUP),
                        facts.requested(),
                        on));
        var result = decision.result();
        return Assessment.of(decision, result.eligible(), result.reasons(), result.amount());
    }

    private Assessment ofJobs(String applicant, Claim claim, Claim.Jobs facts, LocalDate on) {
        var decision = rules.decide(
                jobs,
                new StartupJobsSubsidy.Facts(
                        null,
                        facts.hires(),
                        paid.grantedTo(applicant, Kind.STARTUP_JOBS),
                        facts.registeredOn(),
                        on,
                        facts.size(),
                        listed(claim.employerUscc())));
        var result = decision.result();
        var reasons = result.reasons() == null ? List.<String>of() : result.reasons();
        return Assessment.of(decision, reasons.isEmpty() && result.amount().isPositive(), reasons, result.amount());
    }

    private Assessment ofAppraisal(@Nullable String entitlementId, LocalDate on) {
        var found = entitlements.find(String.valueOf(entitlementId)).orElseThrow();
        var certificate = found.certificate();
        var decision = rules.decide(
                appraisal,
                new AppraisalSubsidy.Facts(
                        certificate.issuedOn(),
                        on,
                        entitlements.scarce(certificate.occupationCode(), certificate.issuedOn()),
                        paid.levels(found.personId(), certificate.occupationCode()),
                        paid.appraisalsIn(on.getYear(), found.personId()),
                        certificate.level(),
                        null,
                        !found.isOpen()));
        var result = decision.result();
        return Assessment.of(decision, result.eligible(), result.reasons(), result.amount());
    }

    private Assessment ofFee(@Nullable String entitlementId, LocalDate on) {
        var certificate =
                entitlements.find(String.valueOf(entitlementId)).orElseThrow().certificate();
        var decision = rules.decide(fee, new AppraisalFeeSubsidy.Facts(certificate.fee(), certificate.firstPass(), on));
        var result = decision.result();
        return Assessment.of(decision, result.eligible(), result.reasons(), result.amount());
    }

    private boolean listed(@Nullable String uscc) {
        return uscc != null && employers.isBlacklisted(uscc);
    }

    Money estimate(String applicant, Claim claim, LocalDate on) {
        return claim.startup() == null
                ? assess(applicant, claim, on).amount()
                : claim.startup().requested();
    }
}
