package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.payroll.Payroll;
import cn.sanming.migrant.wage.payroll.PayrollLine;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// The unpaid wages of one payroll (欠薪线索): how much, to whom, how late; 支付条例 art. 12-14.
@Document("arrears")
final class Arrears implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    private final String payrollId;

    @Indexed(sparse = true)
    private final @Nullable String projectId;

    @Indexed
    private final String employerUscc;

    @Indexed(sparse = true)
    private final @Nullable String contractorUscc;

    private final YearMonth period;

    private final LocalDate effectiveDueDate;

    @Indexed
    private List<String> personIds;

    private Money total;

    private int daysLate;

    private @Nullable LocalDate clearedOn;

    private @Nullable String forceMajeure;

    private @Nullable List<TenantBehind> tenantsBehind;

    /// One of the unpaid workers who is behind with the rent of a public home (拖欠租金).
    record TenantBehind(String leaseId, String personId) {}

    Arrears(
            String id,
            CaseFile file,
            String payrollId,
            @Nullable String projectId,
            String employerUscc,
            @Nullable String contractorUscc,
            YearMonth period,
            LocalDate effectiveDueDate,
            List<String> personIds,
            Money total) {
        this.id = id;
        this.file = file;
        this.payrollId = payrollId;
        this.projectId = projectId;
        this.employerUscc = employerUscc;
        this.contractorUscc = contractorUscc;
        this.period = period;
        this.effectiveDueDate = effectiveDueDate;
        this.personIds = personIds;
        this.total = total;
    }

    /// The same payroll always has the same arrears record, however often the check runs.
    static String idOf(String payrollId) {
        return Ids.of("ar", payrollId);
    }

    static Arrears of(Payroll payroll, CommandContext context) {
        var id = idOf(payroll.id());
        return new Arrears(
                id,
                CaseFile.opened(id, ArrearsLevel.NONE, payroll.file().district(), context),
                payroll.id(),
                payroll.projectId(),
                payroll.employerUscc(),
                payroll.projectId() == null ? null : payroll.contractorUscc(),
                payroll.period(),
                payroll.effectiveDueDate(),
                List.of(),
                Money.ZERO);
    }

    /// Takes over what the nightly check found. It speaks when the level rises or the sum changes, and is silent
    /// otherwise.
    ///
    /// @return whether anything changed
    boolean found(List<PayrollLine> unpaid, int late, ArrearsLevel level, CommandContext context) {
        if (forceMajeure != null || file.is(ArrearsLevel.CLEARED)) {
            return false;
        }
        var owed = Money.sum(unpaid.stream().map(PayrollLine::net));
        var rises = level.compareTo(level()) > 0;
        var changes = !owed.equals(total) && !total.isZero();
        if (!rises && !changes && late == daysLate) {
            return false;
        }
        personIds = unpaid.stream().map(PayrollLine::personId).toList();
        total = owed;
        daysLate = late;
        if (rises) {
            file.move("detect", level.name(), "SYSTEM", context, null);
        }
        if (rises || changes) {
            file.record(detected(), context);
        }
        return true;
    }

    /// One of these workers cannot pay the rent. The arrears are told again at the first news of a lease, so that
    /// its landlord knows for certain and holds a notice of breach back (measures 9 and 15).
    ///
    /// @return whether that is news
    boolean tenantIsBehind(String leaseId, String personId, CommandContext context) {
        var told = new TenantBehind(leaseId, personId);
        var known = tenantsBehind();
        if (file.is(ArrearsLevel.CLEARED) || !personIds.contains(personId) || known.contains(told)) {
            return false;
        }
        tenantsBehind = Stream.concat(known.stream(), Stream.of(told)).toList();
        file.record(detected(), context);
        return true;
    }

    private ArrearsDetected detected() {
        var district = file.district();
        return new ArrearsDetected(
                id,
                projectId,
                employerUscc,
                contractorUscc,
                district == null ? Divisions.CITY : district,
                period,
                personIds.size(),
                personIds,
                total,
                effectiveDueDate,
                daysLate,
                level());
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
        file.record(new ArrearsCleared(id, employerUscc, total, on), context);
        return true;
    }

    /// An officer found force majeure (不可抗力, art. 14): the alert stops, the wages stay owed.
    void excuse(String reason, CommandContext context) {
        forceMajeure = reason;
        file.move("excuse", file.state(), "INSPECTOR", context, reason);
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

    String payrollId() {
        return payrollId;
    }

    @Nullable
    String projectId() {
        return projectId;
    }

    String employerUscc() {
        return employerUscc;
    }

    @Nullable
    String contractorUscc() {
        return contractorUscc;
    }

    YearMonth period() {
        return period;
    }

    LocalDate effectiveDueDate() {
        return effectiveDueDate;
    }

    List<String> personIds() {
        return personIds;
    }

    Money total() {
        return total;
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
