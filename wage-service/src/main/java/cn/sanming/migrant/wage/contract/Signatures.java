package cn.sanming.migrant.wage.contract;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who has signed so far (签字), each side for itself.
record Signatures(@Nullable Signature employer, @Nullable Signature worker) {

    static final Signatures NONE = new Signatures(null, null);

    /// @param on the day it names, for a contract that was signed on paper
    record Signature(Instant at, @Nullable LocalDate on) {}

    Signatures with(Side side, @Nullable LocalDate on, CommandContext context) {
        var signature = new Signature(context.at(), on);
        return switch (side) {
            case EMPLOYER -> new Signatures(signature, worker);
            case WORKER -> new Signatures(employer, signature);
        };
    }

    @Nullable
    Signature of(Side side) {
        return switch (side) {
            case EMPLOYER -> employer;
            case WORKER -> worker;
        };
    }

    /// What still keeps both sides from having signed the same thing.
    List<Reason> missing(LocalDate today) {
        var reasons = new ArrayList<Reason>();
        for (var side : Side.values()) {
            var signature = of(side);
            if (signature == null) {
                reasons.add(Reason.of(side + "_SIGNATURE_MISSING").clause("劳动合同法 art. 16"));
            } else if (signature.on() != null && signature.on().isAfter(today)) {
                reasons.add(Reason.of("SIGNED_IN_THE_FUTURE").required(today, signature.on()));
            }
        }
        if (reasons.isEmpty() && !day(employer, today).equals(day(worker, today))) {
            reasons.add(Reason.of("SIGNED_ON_DISAGREED").required(day(employer, today), day(worker, today)));
        }
        return reasons;
    }

    /// The day a side names; who names none agrees with the other side's, or signs today.
    private LocalDate day(@Nullable Signature signature, LocalDate today) {
        if (signature != null && signature.on() != null) {
            return signature.on();
        }
        if (employer != null && employer.on() != null) {
            return employer.on();
        }
        return worker != null && worker.on() != null ? worker.on() : today;
    }

    LocalDate signedOn(LocalDate today) {
        return day(employer, today);
    }
}
