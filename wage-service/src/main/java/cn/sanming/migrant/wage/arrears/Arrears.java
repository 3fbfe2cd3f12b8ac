package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.payroll.Payroll;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// The unpaid wages of one payroll (欠薪线索): how much, to how many, how late; 支付条例 art. 12-14. Who they are is said by
/// the payroll's lines.
@Document("arrears")
@CompoundIndex(name = "firm", def = "{'firms': 1, '_id': 1}")
final class Arrears implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    private final Of of;

    /// The employer and, on a site, the general contractor: both see it.
    private final List<String> firms;

    private int workers;

    private Money total = Money.ZERO;

    private int unreadRows;

    private int daysLate;

    private @Nullable LocalDate clearedOn;

    private @Nullable String forceMajeure;

    private @Nullable List<TenantBehind> tenantsBehind;

    /// The payroll that is not paid.
    ///
    /// @param contractorUscc the general contractor, on a site
    /// @param backPayOf      the payroll whose left-out wages it was to pay; none for an ordinary one
    record Of(
            String payrollId,
            @Indexed(sparse = true) @Nullable String projectId,
            @Indexed String employerUscc,
            @Indexed(sparse = true) @Nullable String contractorUscc,
            YearMonth period,
            LocalDate effectiveDueDate,
            @Nullable String backPayOf) {

        static Of payroll(Payroll payroll) {
            return new Of(
                    payroll.id(),
                    payroll.projectId(),
                    payroll.employerUscc(),
                    payroll.projectId() == null ? null : payroll.contractorUscc(),
                    payroll.period(),
                    payroll.effectiveDueDate(),
                    payroll.backPay() == null ? null : payroll.backPay().payrollId());
        }
    }

    /// One of the unpaid workers who is behind with the rent of a public home (拖欠租金).
    record TenantBehind(String leaseId, String personId) {}

    Arrears(String id, CaseFile file, Of of, List<String> firms) {
        this.id = id;
        this.file = file;
        this.of = of;
        this.firms = firms;
    }

    /// The same payroll always has the same arrears record, however often the check runs.
    static String idOf(String payrollId) {
        return Ids.of("ar", payrollId);
    }

    static Arrears of(Of of, @Nullable String district, CommandContext context) {
        var id = idOf(of.payrollId());
        var firms = Stream.of(of.employerUscc(), of.contractorUscc() == null ? of.employerUscc() : of.contractorUscc())
                .distinct()
                .toList();
        return new Arrears(id, CaseFile.opened(id, ArrearsLevel.NONE, district, context), of, firms);
    }

    /// Takes over what the nightly check found. It speaks when the level rises or the sum changes, and is silent
    /// otherwise; under force majeure the rule finds no level, and it says nothing.
    ///
    /// @return whether anything changed
    boolean found(Owed owed, int late, ArrearsLevel level, CommandContext context) {
        if (file.is(ArrearsLevel.CLEARED)) {
            return false;
        }
        var rises = level.compareTo(level()) > 0;
        var changes = !total.isZero() && (!owed.total().equals(total) || owed.unreadRows() != unreadRows);
        if (!rises && !changes && late == daysLate) {
            return false;
        }
        workers = owed.workers();
        total = owed.total();
        unreadRows = owed.unreadRows();
        daysLate = late;
        if (rises) {
            file.move("detect", level.name(), "SYSTEM", context, null);
        }
        if (rises || changes && level() != ArrearsLevel.NONE) {
            file.record(detected(owed), context);
        }
        return true;
    }

    /// One of these workers cannot pay the rent. The arrears are told again at the first news of a lease, so that
    /// its landlord knows for certain and holds a notice of breach back (measures 9 and 15).
    ///
    /// @return whether that is news
    boolean tenantIsBehind(String leaseId, String personId, Owed owed, CommandContext context) {
        var told = new TenantBehind(leaseId, personId);
        var known = tenantsBehind();
        if (file.is(ArrearsLevel.CLEARED, ArrearsLevel.NONE)
                || !owed.personIds().contains(personId)
                || known.contains(told)) {
            return false;
        }
        tenantsBehind = Stream.concat(known.stream(), Stream.of(told)).toList();
        file.record(detected(owed), context);
        return true;
    }

    private ArrearsDetected detected(Owed owed) {
        var district = file.district();
        return new ArrearsDetected(
                id,
                of.projectId(),
                of.employerUscc(),
                of.contractorUscc(),
                district == null ? Divisions.CITY : district,
                of.period(),
                owed.workers(),
                owed.personIds(),
                owed.total(),
                of.effectiveDueDate(),
                daysLate,
                level(),
                owed.unreadRows() == 0 ? null : owed.unreadRows(),
                of.backPayOf());
    }

    /// Everything is paid.
    ///
    /// @return whether that is news
    boolean clear(LocalDate on, CommandContext context) {
        if (file.is(ArrearsLevel.CLEARED)) {
            return false;
        }
        clearedOn = on;
        file.move("clear", ArrearsLevel.CLEARED.name(), "SYSTEM", context, null);
        file.record(new ArrearsCleared(id, of.employerUscc(), total, on), context);
        return true;
    }

    /// An officer found force majeure (不可抗力, art. 14): the alert stops, the wages stay owed.
    Verdict excuse(String reason, CommandContext context) {
        return Verdict.guards()
                .require(!file.is(ArrearsLevel.CLEARED), "ARREARS_CLEARED")
                .require(forceMajeure == null, "FORCE_MAJEURE_FOUND_ALREADY")
                .then(() -> {
                    forceMajeure = reason;
                    file.move("excuse", ArrearsLevel.NONE.name(), role(context), context, reason);
                    file.record(new ArrearsExcused(id, of.employerUscc(), total, context.today()), context);
                });
    }

    /// There is, or was, no force majeure: the alert goes on as if it had never stopped.
    Verdict reinstate(String reason, CommandContext context) {
        return Verdict.guards()
                .require(!file.is(ArrearsLevel.CLEARED), "ARREARS_CLEARED")
                .require(forceMajeure != null, "NO_FORCE_MAJEURE_FOUND")
                .then(() -> {
                    forceMajeure = null;
                    file.move("reinstate", ArrearsLevel.NONE.name(), role(context), context, reason);
                    file.record(new ArrearsReinstated(id, of.employerUscc(), total, context.today()), context);
                });
    }

    private static String role(CommandContext context) {
        return context.actor().has("INSPECTION_HEAD") ? "INSPECTION_HEAD" : "INSPECTOR";
    }

    ArrearsLevel level() {
        return ArrearsLevel.valueOf(file.state());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    Of of() {
        return of;
    }

    List<String> firms() {
        return firms;
    }

    int workers() {
        return workers;
    }

    Money total() {
        return total;
    }

    int unreadRows() {
        return unreadRows;
    }

    int daysLate() {
        return daysLate;
    }

    @Nullable
    LocalDate clearedOn() {
        return clearedOn;
    }

    List<TenantBehind> tenantsBehind() {
        return tenantsBehind == null ? List.of() : tenantsBehind;
    }

    @Nullable
    String forceMajeure() {
        return forceMajeure;
    }
}
