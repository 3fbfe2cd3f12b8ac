package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The account of a case (清算): per worker what is due, what came in and what is open. Nobody's surplus pays for
/// somebody else.
record Reckoning(List<Line> lines) {

    /// One worker's account.
    record Line(String personId, int months, Money wages, Money damages, Money paid) {

        Money due() {
            return wages.plus(damages);
        }

        Money outstanding() {
            return due().minusOrZero(paid);
        }
    }

    Reckoning {
        lines = List.copyOf(lines);
    }

    /// @param damages per worker, where decided; @param until counts only what was paid up to this day, or everything
    static Reckoning of(
            List<Claim> owed, Map<String, Money> damages, List<Receipt> receipts, @Nullable LocalDate until) {
        var paid = new HashMap<String, Money>();
        for (var receipt : receipts) {
            if (until == null || !receipt.paidOn().isAfter(until)) {
                receipt.lines().forEach(line -> paid.merge(line.personId(), line.amount(), Money::plus));
            }
        }
        return new Reckoning(owed.stream()
                .map(claim -> new Line(
                        claim.personId(),
                        claim.months(),
                        claim.amount(),
                        damages.getOrDefault(claim.personId(), Money.ZERO),
                        paid.getOrDefault(claim.personId(), Money.ZERO)))
                .toList());
    }

    Money due() {
        return Money.sum(lines.stream().map(Line::due));
    }

    Money paid() {
        return Money.sum(lines.stream().map(Line::paid));
    }

    Money damages() {
        return Money.sum(lines.stream().map(Line::damages));
    }

    Money outstanding() {
        return Money.sum(lines.stream().map(Line::outstanding));
    }

    List<Line> open() {
        return lines.stream().filter(line -> line.outstanding().isPositive()).toList();
    }

    List<String> personIds() {
        return lines.stream().map(Line::personId).toList();
    }

    Optional<Line> line(String personId) {
        return lines.stream().filter(line -> line.personId().equals(personId)).findFirst();
    }
}
