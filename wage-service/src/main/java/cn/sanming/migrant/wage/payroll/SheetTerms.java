package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.wage.payroll.PayrollDesk.Sheet;
import cn.sanming.migrant.wage.site.Site;
import cn.sanming.migrant.wage.site.SiteRegister;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a sheet is about, and whether this caller may hand it in; asked before a row of it is read.
@Component
class SheetTerms {

    private final SiteRegister sites;
    private final Payrolls payrolls;

    /// A sheet with what is known of its site and of the payroll it supplements.
    record Asked(Sheet sheet, @Nullable Site site, @Nullable Payroll original) {

        /// Who pays: the general contractor of the project, or the employer itself.
        String payer() {
            return site == null ? sheet.employerUscc() : site.contractorUscc();
        }

        @Nullable
        String district() {
            if (original != null) {
                return original.file().district();
            }
            return site == null ? sheet.district() : site.district();
        }

        List<Integer> rows() {
            return sheet.rows() == null
                    ? List.of()
                    : sheet.rows().stream().distinct().sorted().toList();
        }

        /// Rows can be taken up once, and only where there is a gap.
        ///
        /// @param own the payroll that may have taken them up before
        List<Reason> rowFaults(Payrolls payrolls, String own) {
            if (original == null || rows().isEmpty()) {
                return List.of();
            }
            var open = new ArrayList<Integer>();
            payrolls.openGaps(original).forEach(gap -> open.add(gap.row()));
            payrolls.find(own).map(Payroll::backPay).ifPresent(mine -> open.addAll(mine.rows()));
            return rows().stream()
                    .filter(row -> !open.contains(row))
                    .map(row -> Reason.at("/rows", "NO_SUCH_GAP").required(open, row))
                    .toList();
        }
    }

    SheetTerms(SiteRegister sites, Payrolls payrolls) {
        this.sites = sites;
        this.payrolls = payrolls;
    }

    Asked of(Sheet sheet) {
        return new Asked(
                sheet,
                Optional.ofNullable(sheet.projectId()).flatMap(sites::find).orElse(null),
                Optional.ofNullable(sheet.backPayOf()).flatMap(payrolls::find).orElse(null));
    }

    Optional<Refusal> objection(Asked asked, CommandContext context) {
        var faults = faults(asked);
        if (!faults.isEmpty()) {
            return Optional.of(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        if (!mayHandIn(asked, context)) {
            return Optional.of(Refusal.of(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_PAYROLL")));
        }
        var original = asked.original();
        return original != null && original.file().is(PayrollState.DRAFT, PayrollState.SIGNED, PayrollState.SUBMITTED)
                ? Optional.of(Refusal.of(Refusal.Kind.GUARD_FAILED, Reason.of("CORRECT_THE_PAYROLL_ITSELF")))
                : Optional.empty();
    }

    private static List<Reason> faults(Asked asked) {
        var sheet = asked.sheet();
        var faults = new ArrayList<Reason>();
        CreditCode.fault(sheet.employerUscc())
                .ifPresent(fault -> faults.add(
                        Reason.at("/employer_uscc", "CREDIT_CODE_" + fault).clause("GB 32100")));
        if (sheet.projectId() != null && asked.site() == null) {
            faults.add(Reason.at("/project_id", "UNKNOWN_PROJECT"));
        }
        var known = sheet.district() != null
                && Divisions.sanming().find(sheet.district()).isPresent();
        if (sheet.projectId() == null && sheet.backPayOf() == null && !known) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (sheet.agreedMonth() != null && !Set.of("CURRENT", "NEXT").contains(sheet.agreedMonth())) {
            faults.add(Reason.at("/agreed_month", "INVALID_CHOICE").required("CURRENT|NEXT", sheet.agreedMonth()));
        }
        if (sheet.agreedDay() != null && (sheet.agreedDay() < 1 || sheet.agreedDay() > 31)) {
            faults.add(Reason.at("/agreed_day", "INVALID_DAY").required("1..31", sheet.agreedDay()));
        }
        if (sheet.backPayOf() != null && !supplements(asked)) {
            faults.add(Reason.at("/back_pay_of", "UNKNOWN_PAYROLL"));
        }
        if (sheet.backPayOf() == null && !asked.rows().isEmpty()) {
            faults.add(Reason.at("/rows", "NO_SUCH_GAP"));
        }
        return faults;
    }

    /// Back pay goes to the workers of the same employer and month; back pay to back pay is back pay to the first.
    private static boolean supplements(Asked asked) {
        var original = asked.original();
        var sheet = asked.sheet();
        return original != null
                && original.backPay() == null
                && original.employerUscc().equals(sheet.employerUscc())
                && original.period().equals(sheet.period());
    }

    /// The employer hands in its own sheet; the general contractor may do it for its subcontractors, an officer for
    /// a silent one.
    private static boolean mayHandIn(Asked asked, CommandContext context) {
        var code = context.actor().creditCode();
        var payer = asked.original() == null ? asked.payer() : asked.original().contractorUscc();
        return asked.sheet().employerUscc().equals(code)
                || payer.equals(code)
                || context.actor().hasAny(Set.of("INSPECTOR", "HR_OFFICER"))
                        && context.actor().mayActIn(asked.district());
    }
}
