package cn.sanming.migrant.subsidy.claim;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.post.PostSubsidy;
import cn.sanming.migrant.subsidy.startup.StartupJobsSubsidy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is applied for (申请内容); which part is filled depends on the kind.
///
/// @param employerUscc the beneficiary employer of employer-side kinds: the post's employer or the business
public record Claim(
        Kind kind,
        String district,
        @Nullable String employerUscc,
        @Nullable Post post,
        @Nullable Agency agency,
        @Nullable Startup startup,
        @Nullable Jobs jobs,
        @Nullable String entitlementId) {

    public static final String PATH = "/api/v1/subsidies/applications";

    public record Post(String postId, List<PostSubsidy.Month> months) {}

    public record Agency(boolean forProfit, List<Line> lines) {}

    /// @param placementId by which the job department knows the placement, if the agency can name it
    public record Line(
            @Nullable String placementId,
            String personId,
            String employerUscc,
            String employerOwnership,
            String employerDistrict,
            boolean licenceValidOnStart,
            boolean contractSigned,
            LocalDate employmentStart,
            @Nullable LocalDate employmentEnd) {}

    public record Startup(
            boolean isMigrantWorker,
            boolean firstBusiness,
            LocalDate registeredOn,
            String status,
            boolean abnormalList,
            int taxQuartersFiled,
            Money requested) {}

    public record Jobs(LocalDate registeredOn, String size, List<StartupJobsSubsidy.Hire> hires) {}

    public List<Reason> faults() {
        var faults = new ArrayList<Reason>();
        if (Divisions.sanming().find(district).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (employerUscc == null && (kind == Kind.POST || kind == Kind.STARTUP || kind == Kind.STARTUP_JOBS)) {
            faults.add(Reason.at("/employer_uscc", "REQUIRED"));
        }
        var part =
                switch (kind) {
                    case POST -> post == null ? "/post" : null;
                    case AGENCY_REWARD -> agency == null ? "/agency" : null;
                    case STARTUP -> startup == null ? "/startup" : null;
                    case STARTUP_JOBS -> jobs == null ? "/jobs" : null;
                    case APPRAISAL, APPRAISAL_FEE -> entitlementId == null ? "/entitlement_id" : null;
                };
        if (part != null) {
            faults.add(Reason.at(part, "REQUIRED"));
        }
        if (jobs != null) {
            faults.addAll(faultsOf(jobs.hires()));
        }
        if (post != null) {
            faults.addAll(faultsOf(post));
        }
        return faults;
    }

    /// Each month is subsidised once, for days that it has.
    private static List<Reason> faultsOf(Post post) {
        var faults = new ArrayList<Reason>();
        if (post.months().isEmpty()) {
            faults.add(Reason.at("/post/months", "REQUIRED"));
        }
        var seen = new HashSet<YearMonth>();
        for (int i = 0; i < post.months().size(); i++) {
            var month = post.months().get(i);
            int days = month.month().lengthOfMonth();
            if (!seen.add(month.month())) {
                faults.add(Reason.at("/post/months/" + i + "/month", "MONTH_NAMED_TWICE"));
            }
            if (month.daysInPost() < 1 || month.daysInPost() > days) {
                faults.add(Reason.at("/post/months/" + i + "/days_in_post", "DAYS_NOT_IN_MONTH")
                        .required("1.." + days, month.daysInPost()));
            }
        }
        return faults;
    }

    /// Each hire is one known person: it is subsidised once.
    private static List<Reason> faultsOf(List<StartupJobsSubsidy.Hire> hires) {
        var faults = new ArrayList<Reason>();
        var seen = new HashSet<String>();
        for (int i = 0; i < hires.size(); i++) {
            var person = hires.get(i).personId();
            if (person == null || person.isBlank()) {
                faults.add(Reason.at("/jobs/hires/" + i + "/person_id", "REQUIRED"));
            } else if (!seen.add(person)) {
                faults.add(Reason.at("/jobs/hires/" + i + "/person_id", "NAMED_TWICE"));
            }
        }
        return faults;
    }
}
