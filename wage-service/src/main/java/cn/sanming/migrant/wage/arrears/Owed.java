package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.payroll.Gap;
import cn.sanming.migrant.wage.payroll.Payroll;
import cn.sanming.migrant.wage.payroll.PayrollLines;
import java.util.ArrayList;
import java.util.List;

/// What one payroll still owes (未付工资): its unpaid lines, and the rows of its sheet that could not be read.
///
/// @param personIds   of the unpaid lines
/// @param lines       what these come to
/// @param unreadRows  rows nobody could read; each is one more worker
/// @param unreadTotal what is known to be owed for them
record Owed(List<String> personIds, Money lines, int unreadRows, Money unreadTotal) {

    static final Owed NOTHING = new Owed(List.of(), Money.ZERO, 0, Money.ZERO);

    /// @param gaps the unread rows that no back pay has taken up
    static Owed of(Payroll payroll, PayrollLines lines, List<Gap> gaps) {
        var persons = new ArrayList<String>();
        var nets = new ArrayList<Money>();
        lines.eachUnpaid(payroll, line -> {
            persons.add(line.personId());
            nets.add(line.wage().net());
        });
        return new Owed(persons, Money.sum(nets.stream()), gaps.size(), Gap.total(gaps));
    }

    int workers() {
        return personIds.size() + unreadRows;
    }

    Money total() {
        return lines.plus(unreadTotal);
    }

    boolean isNothing() {
        return workers() == 0;
    }
}
