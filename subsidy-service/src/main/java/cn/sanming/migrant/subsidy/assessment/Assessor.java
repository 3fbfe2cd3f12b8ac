package cn.sanming.migrant.subsidy.assessment;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.subsidy.appraisal.AppraisalFeeSubsidy;
import cn.sanming.migrant.subsidy.appraisal.AppraisalSubsidy;
import cn.sanming.migrant.subsidy.appraisal.CertificateCheck;
import cn.sanming.migrant.subsidy.appraisal.Entitlement;
import cn.sanming.migrant.subsidy.appraisal.Entitlements;
import cn.sanming.migrant.subsidy.claim.Assessment;
import cn.sanming.migrant.subsidy.claim.Claim;
import cn.sanming.migrant.subsidy.employer.EmployerRegister;
import cn.sanming.migrant.subsidy.ledger.GrantUniqueness;
import cn.sanming.migrant.subsidy.startup.StartupSubsidy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a claim to the rule of its kind (审核), with what this department knows: blacklist, earlier grants, entitlements.
@Component
public class Assessor {

    private final RuleBook rules;
    private final GrantHistory paid;
    private final GrantUniqueness uniqueness;
    private final EmployerRegister employers;
    private final Entitlements entitlements;
    private final CertificateCheck certificates;
    private final PostAssessor post;
    private final AgencyAssessor agency;
    private final JobsAssessor jobs;
    private final StartupSubsidy startup;
    private final AppraisalSubsidy appraisal;
    private final AppraisalFeeSubsidy fee;

    public Assessor(
            RuleBook rules,
            GrantHistory paid,
            GrantUniqueness uniqueness,
            EmployerRegister employers,
            Entitlements entitlements,
            CertificateCheck certificates,
            PostAssessor post,
            AgencyAssessor agency,
            JobsAssessor jobs,
            StartupSubsidy startup,
            AppraisalSubsidy appraisal,
            AppraisalFeeSubsidy fee) {
        this.rules = rules;
        this.paid = paid;
        this.uniqueness = uniqueness;
        this.employers = employers;
        this.entitlements = entitlements;
        this.certificates = certificates;
        this.post = post;
        this.agency = agency;
        this.jobs = jobs;
        this.startup = startup;
        this.appraisal = appraisal;
        this.fee = fee;
    }

    /// @param id of the application; what it holds itself does not stand in its way
    /// @param on the day of the application
    public Assessment assess(String id, String applicant, Claim claim, LocalDate on) {
        return switch (claim.kind()) {
            case POST -> post.assess(id, claim, Objects.requireNonNull(claim.post()), on);
            case AGENCY_REWARD -> agency.assess(id, applicant, Objects.requireNonNull(claim.agency()), on);
            case STARTUP -> ofStartup(id, applicant, claim, Objects.requireNonNull(claim.startup()), on);
            case STARTUP_JOBS -> jobs.assess(id, applicant, Objects.requireNonNull(claim.jobs()), on);
            case APPRAISAL -> ofAppraisal(id, claim.entitlementId(), on);
            case APPRAISAL_FEE -> ofFee(id, claim.entitlementId(), on);
        };
    }

    private Assessment ofStartup(String id, String applicant, Claim claim, Claim.Startup facts, LocalDate on) {
        var mark = "STARTUP:" + applicant;
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
                        uniqueness.takenByAnother(mark, id),
                        facts.requested(),
                        on));
        var result = decision.result();
        return Assessment.of(decision, result.eligible(), result.reasons(), result.amount())
                .once(List.of(mark));
    }

    private Assessment ofAppraisal(String id, @Nullable String entitlementId, LocalDate on) {
        var found = entitlements.find(String.valueOf(entitlementId)).orElseThrow();
        var certificate = found.certificate();
        var once = "APPRAISAL:" + found.personId() + ':' + certificate.occupationCode() + ':' + certificate.level();
        var levels = new ArrayList<>(paid.levels(found.personId(), certificate.occupationCode()));
        if (uniqueness.takenByAnother(once, id)) {
            levels.add(certificate.level());
        }
        var decision = rules.decide(
                appraisal,
                new AppraisalSubsidy.Facts(
                        certificate.issuedOn(),
                        on,
                        entitlements.scarce(certificate),
                        levels,
                        paid.appraisalsIn(on.getYear(), found.personId()),
                        certificate.level(),
                        null,
                        revoked(found)));
        var result = decision.result();
        return Assessment.of(decision, result.eligible(), result.reasons(), result.amount())
                .once(List.of(once));
    }

    private Assessment ofFee(String id, @Nullable String entitlementId, LocalDate on) {
        var found = entitlements.find(String.valueOf(entitlementId)).orElseThrow();
        var certificate = found.certificate();
        var once = "APPRAISAL_FEE:" + found.id();
        var decision = rules.decide(fee, new AppraisalFeeSubsidy.Facts(certificate.fee(), certificate.firstPass(), on));
        var reasons = new ArrayList<>(decision.result().reasons());
        if (uniqueness.takenByAnother(once, id)) {
            reasons.add("ALREADY_PAID");
        }
        if (revoked(found)) {
            reasons.add("CERTIFICATE_REVOKED");
        }
        var amount = reasons.isEmpty() ? decision.result().amount() : Money.ZERO;
        return Assessment.of(decision, reasons.isEmpty(), List.copyOf(reasons), amount)
                .once(List.of(once));
    }

    /// The training department's word; when it stays silent, what its events have told us.
    private boolean revoked(Entitlement entitlement) {
        return entitlement.isCancelled()
                || certificates.of(entitlement.certificate().certificateId()) == CertificateCheck.Answer.REVOKED;
    }

    private boolean listed(@Nullable String uscc) {
        return uscc != null && employers.isBlacklisted(uscc);
    }
}
