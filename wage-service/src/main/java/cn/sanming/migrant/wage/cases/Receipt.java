package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.List;

/// A bank receipt (银行回单): what reached whom on which day. Its number makes it count once.
///
/// @param by who handed it in
record Receipt(String number, LocalDate paidOn, List<Line> lines, String by) {

    /// One worker's credit.
    record Line(String personId, Money amount) {}

    boolean saysTheSameAs(Receipt other) {
        return paidOn.equals(other.paidOn) && lines.equals(other.lines);
    }
}
