package cn.sanming.migrant.wage.deposit;

import cn.sanming.migrant.wage.arrears.ArrearsHistory;
import cn.sanming.migrant.wage.blacklist.Blacklist;
import cn.sanming.migrant.wage.policy.DepositRate;
import cn.sanming.migrant.wage.site.ConstructionProject;
import cn.sanming.migrant.wage.site.Projects;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How a general contractor paid so far (工资支付记录): what it says of its past, held against what is known here.
/// Nothing said can outweigh an arrears record or the blacklist.
@Component
class PaymentRecord {

    private static final int YEARS_WITHOUT_ARREARS = 2;

    private final Projects projects;
    private final ArrearsHistory history;
    private final Blacklist blacklist;

    /// @param cleanYears         whole years without arrears up to the contract
    /// @param previousYearClean  no arrears in the calendar year before the contract
    /// @param projectOrderInArea 2 for the second project in the area, counting those before this register
    record Declared(
            @Nullable Integer cleanYears,
            @Nullable Boolean previousYearClean,
            @Nullable Boolean realnameAndAccountOk,
            @Nullable Integer projectOrderInArea) {}

    PaymentRecord(Projects projects, ArrearsHistory history, Blacklist blacklist) {
        this.projects = projects;
        this.history = history;
        this.blacklist = blacklist;
    }

    DepositRate.Facts facts(ConstructionProject project, Declared declared) {
        var terms = project.terms();
        var signed = terms.contractSignedOn();
        var last = history.last(terms.contractorUscc()).orElse(null);
        int order = declared.projectOrderInArea() == null ? 1 : declared.projectOrderInArea();
        return new DepositRate.Facts(
                signed,
                terms.contractPrice(),
                terms.durationMonths(),
                Boolean.TRUE.equals(declared.previousYearClean()) && cleanInYearBefore(signed, last),
                cleanYears(declared.cleanYears(), signed, last),
                Boolean.TRUE.equals(declared.realnameAndAccountOk()),
                Math.max(order, projects.orderInArea(project)),
                recentArrears(declared, signed, last),
                blacklist.isListed(terms.contractorUscc()));
    }

    private static boolean cleanInYearBefore(LocalDate signed, @Nullable LocalDate last) {
        return last == null || last.getYear() < signed.getYear() - 1;
    }

    private static int cleanYears(@Nullable Integer declared, LocalDate signed, @Nullable LocalDate last) {
        int said = declared == null ? 0 : Math.max(0, declared);
        return last == null ? said : (int) Math.clamp(ChronoUnit.YEARS.between(last, signed), 0, said);
    }

    /// A previous year that the contractor itself does not call clean had arrears in it.
    private static boolean recentArrears(Declared declared, LocalDate signed, @Nullable LocalDate last) {
        return Boolean.FALSE.equals(declared.previousYearClean())
                || last != null && !last.isBefore(signed.minusYears(YEARS_WITHOUT_ARREARS));
    }
}
