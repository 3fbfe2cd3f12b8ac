package cn.sanming.migrant.housing.lease;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What rent was due and what was paid (租金台账). The rent of a month of the lease is due on the last day of that
/// month; what is paid settles the oldest month first.
///
/// @param payments by their reference: the same one counts once
record RentAccount(List<Charge> charges, List<Payment> payments) {

    record Charge(LocalDate from, LocalDate dueOn, Money amount) {}

    record Payment(String reference, LocalDate paidOn, Money amount) {}

    static RentAccount empty() {
        return new RentAccount(List.of(), List.of());
    }

    /// Charges every month of the lease that has begun.
    RentAccount chargedUntil(LocalDate startOn, LocalDate today, Money rent) {
        var all = new ArrayList<>(charges);
        while (!nextFrom(startOn, all.size()).isAfter(today)) {
            all.add(new Charge(
                    nextFrom(startOn, all.size()),
                    nextFrom(startOn, all.size() + 1).minusDays(1),
                    rent));
        }
        return new RentAccount(List.copyOf(all), payments);
    }

    LocalDate nextFrom(LocalDate startOn) {
        return nextFrom(startOn, charges.size());
    }

    private static LocalDate nextFrom(LocalDate startOn, int months) {
        return Dates.addMonths(startOn, months);
    }

    boolean knows(String reference) {
        return payments.stream().anyMatch(payment -> payment.reference().equals(reference));
    }

    RentAccount paid(Payment payment) {
        var all = new ArrayList<>(payments);
        all.add(payment);
        return new RentAccount(charges, List.copyOf(all));
    }

    /// The months whose rent is not paid in full although its last day is over.
    int monthsOverdue(LocalDate today) {
        int months = 0;
        var left = Money.sum(payments.stream().map(Payment::amount));
        for (var charge : charges) {
            if (charge.dueOn().isBefore(today) && !left.atLeast(charge.amount())) {
                months++;
            }
            left = left.minusOrZero(charge.amount());
        }
        return months;
    }

    Money amountOverdue(LocalDate today) {
        var due = Money.sum(charges.stream()
                .filter(charge -> charge.dueOn().isBefore(today))
                .map(Charge::amount));
        return due.minusOrZero(Money.sum(payments.stream().map(Payment::amount)));
    }
}
