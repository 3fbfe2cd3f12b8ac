package cn.sanming.migrant.subsidy.disbursement;

import cn.sanming.migrant.platform.reference.Money;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/// How many payments of a batch stand where, and for how much (批次汇总).
public record Tally(Part collected, Part takenOut, Part sent, Part paid, Part failed) {

    static final Tally EMPTY = of(Stream.empty());

    public record Part(int count, Money total) {
        public static final Part NONE = new Part(0, Money.ZERO);

        public Part plus(Money amount) {
            return new Part(count + 1, total.plus(amount));
        }
    }

    public static Tally of(Stream<PaymentLine> lines) {
        Map<PaymentLine.State, Part> parts = new EnumMap<>(PaymentLine.State.class);
        lines.forEach(line ->
                parts.merge(line.state(), Part.NONE.plus(line.amount()), (known, _) -> known.plus(line.amount())));
        return new Tally(
                parts.getOrDefault(PaymentLine.State.COLLECTED, Part.NONE),
                parts.getOrDefault(PaymentLine.State.TAKEN_OUT, Part.NONE),
                parts.getOrDefault(PaymentLine.State.SENT, Part.NONE),
                parts.getOrDefault(PaymentLine.State.PAID, Part.NONE),
                parts.getOrDefault(PaymentLine.State.FAILED, Part.NONE));
    }
}
