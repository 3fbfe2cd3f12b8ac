package cn.sanming.migrant.subsidy.assessment;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.subsidy.appraisal.Entitlement;
import cn.sanming.migrant.subsidy.appraisal.Entitlements;
import cn.sanming.migrant.subsidy.claim.Claim;
import cn.sanming.migrant.subsidy.employer.EmployerRegister;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a claim must be before it is looked at (申请资格): well formed, the applicant's own, and not claimed already.
/// It is asked when an application is opened and again when its claim is corrected.
@Component
public class Admission {

    private final GrantHistory paid;
    private final Entitlements entitlements;
    private final EmployerRegister employers;

    public Admission(GrantHistory paid, Entitlements entitlements, EmployerRegister employers) {
        this.paid = paid;
        this.entitlements = entitlements;
        this.employers = employers;
    }

    /// @param applicantId the worker of personal kinds, else the firm; none if the actor is neither
    /// @param own         the application whose claim this is; it does not stand in its own way
    @Nullable
    public Refusal objection(Claim claim, @Nullable String applicantId, @Nullable String own) {
        var faults = claim.faults();
        if (!faults.isEmpty()) {
            return new Refusal(Kind.VALIDATION, faults, null);
        }
        var foreign = claim.employerUscc() != null
                && !claim.kind().personal()
                && !claim.employerUscc().equals(applicantId);
        if (applicantId == null || foreign) {
            return Refusal.of(Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_SUBSIDY"));
        }
        if (claim.post() != null) {
            var other = paid.claimsMonth(claim.post().postId(), monthsOf(claim.post()), own);
            return other.map(id -> duplicate(id, Reason.at("/post/months", "MONTH_ALREADY_CLAIMED")))
                    .orElse(null);
        }
        var wanted = claim.entitlementId();
        if (wanted == null) {
            return null;
        }
        if (entitlement(claim, applicantId).isEmpty()) {
            return Refusal.of(Kind.VALIDATION, Reason.at("/entitlement_id", "NO_OPEN_ENTITLEMENT"));
        }
        return paid.claimsEntitlement(wanted, own)
                .map(id -> duplicate(id, Reason.at("/entitlement_id", "DUPLICATE")))
                .orElse(null);
    }

    /// Whether the applicant, or the employer whom a claim is for, stands on the blacklist.
    public boolean listed(Claim claim, String applicant) {
        var employer = claim.employerUscc();
        return claim.kind().employerSide()
                && (employers.isBlacklisted(applicant) || employer != null && employers.isBlacklisted(employer));
    }

    public boolean banned(String applicant, LocalDate on) {
        return paid.banned(applicant, on);
    }

    public Optional<Entitlement> entitlement(Claim claim, String applicantId) {
        return entitlements
                .find(String.valueOf(claim.entitlementId()))
                .filter(found -> found.personId().equals(applicantId) && found.isOpen())
                .filter(found -> found.kind().name().equals(claim.kind().name()));
    }

    private static Refusal duplicate(String other, Reason reason) {
        return new Refusal(Kind.DUPLICATE, List.of(reason), Claim.PATH + '/' + other);
    }

    private static List<String> monthsOf(Claim.Post post) {
        return post.months().stream()
                .map(month -> month.month())
                .map(YearMonth::toString)
                .toList();
    }
}
