package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.reference.Money;
import java.util.List;

/// The sums of a payroll's lines (合计). They change only with the payroll's own changes, never by a worker's tap.
///
/// @param insured workers with unemployment insurance
/// @param paid    workers who have been credited
/// @param paidNet what their lines say
public record Tally(int workers, Money gross, Money net, int insured, int paid, Money paidNet) {

    static final Tally NONE = new Tally(0, Money.ZERO, Money.ZERO, 0, 0, Money.ZERO);

    static Tally of(List<PayrollLine.Wage> wages) {
        return new Tally(
                wages.size(),
                Money.sum(wages.stream().map(PayrollLine.Wage::gross)),
                Money.sum(wages.stream().map(PayrollLine.Wage::net)),
                (int) wages.stream()
                        .filter(PayrollLine.Wage::unemploymentInsured)
                        .count(),
                0,
                Money.ZERO);
    }

    Tally with(PayrollLine.Wage better, PayrollLine.Wage former, boolean wasPaid) {
        return new Tally(
                workers,
                gross.minus(former.gross()).plus(better.gross()),
                net.minus(former.net()).plus(better.net()),
                insured,
                paid,
                wasPaid ? paidNet.minus(former.net()).plus(better.net()) : paidNet);
    }

    Tally paid(int more, Money amount) {
        return new Tally(workers, gross, net, insured, paid + more, paidNet.plus(amount));
    }

    public int unpaid() {
        return workers - paid;
    }

    Money unpaidNet() {
        return net.minusOrZero(paidNet);
    }
}
