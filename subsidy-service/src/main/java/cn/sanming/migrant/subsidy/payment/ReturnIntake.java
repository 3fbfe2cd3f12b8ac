package cn.sanming.migrant.subsidy.payment;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.subsidy.application.Payouts;
import cn.sanming.migrant.subsidy.payment.PaymentLine.State;
import cn.sanming.migrant.subsidy.payment.ReturnFile.Row;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Books what the bank answered (回盘入账), payment by payment: first on the payment itself, then through `pay` on its
/// application. Killed in between and given the same file again, it goes on where it stood; given it twice, it changes
/// nothing.
@Component
class ReturnIntake {

    private static final int MOST_PROBLEMS = 1000;

    private final PaymentLines lines;
    private final Payouts payouts;
    private final BatchDesk desk;

    /// What does not fit on one line of the file; the line was not booked.
    record Problem(int line, String lineRef, String code) {}

    /// @param booked lines this file brought news of; @param known lines that stood there already
    record Report(String batchId, int lines, int booked, int known, List<Problem> problems, BatchView batch) {}

    private static final class Count {
        private int lines;
        private int booked;
        private int known;
        private final List<Problem> problems = new ArrayList<>();
    }

    ReturnIntake(PaymentLines lines, Payouts payouts, BatchDesk desk) {
        this.lines = lines;
        this.payouts = payouts;
        this.desk = desk;
    }

    Outcome<Report> take(PaymentBatch batch, InputStream content, Act act) throws IOException {
        if (batch.file().is(PaymentBatch.State.OPEN)) {
            return Outcome.refused(Refusal.Kind.GUARD_FAILED, Reason.of("BATCH_NOT_RELEASED"));
        }
        var kept = Files.createTempFile("return", ".csv");
        try {
            Files.copy(content, kept, StandardCopyOption.REPLACE_EXISTING);
            var file = new ReturnFile(kept);
            var objection = file.objection();
            if (objection != null) {
                return Outcome.refused(objection);
            }
            var count = new Count();
            file.rows(row -> book(batch, row, count, act));
            var after = desk.answered(batch.id(), act);
            return Outcome.done(new Report(
                    batch.id(), count.lines, count.booked, count.known, count.problems, BatchView.of(after)));
        } finally {
            Files.delete(kept);
        }
    }

    private void book(PaymentBatch batch, Row row, Count count, Act act) {
        count.lines++;
        var line = lines.find(row.ref())
                .filter(found -> found.batchId().equals(batch.id()))
                .orElse(null);
        var problem = line == null ? "UNKNOWN_LINE" : objection(batch, line, row, act);
        if (problem == null && line != null) {
            problem = row.paid() ? pay(line, row, act) : fail(line, row, act);
        }
        if (problem != null) {
            if (count.problems.size() < MOST_PROBLEMS) {
                count.problems.add(new Problem(row.number(), row.ref(), problem));
            }
        } else if (line != null && line.state() == State.SENT) {
            count.booked++;
        } else {
            count.known++;
        }
    }

    private static @Nullable String objection(PaymentBatch batch, PaymentLine line, Row row, Act act) {
        if (!line.amount().equals(row.amount())) {
            return "AMOUNT_DIFFERS";
        }
        var day = row.paidOn();
        var released = batch.releasedOn();
        if (day != null && (day.isAfter(act.today()) || released != null && day.isBefore(released))) {
            return "PAID_ON_OUT_OF_RANGE";
        }
        return switch (line.state()) {
            case SENT -> null;
            case PAID -> day != null && day.equals(line.paidOn()) ? null : "BOOKED_OTHERWISE";
            case FAILED -> day == null ? null : "BOOKED_OTHERWISE";
            case COLLECTED, TAKEN_OUT -> "LINE_NOT_SENT";
        };
    }

    private @Nullable String pay(PaymentLine line, Row row, Act act) {
        var day = row.paidOn();
        if (day != null && line.state() == State.SENT) {
            lines.paid(line.ref(), day);
        }
        return payouts.pay(line.applicationId(), line.amount(), act)
                .map(refusal -> refusal.reasons().isEmpty()
                        ? refusal.kind().name()
                        : refusal.reasons().getFirst().code())
                .orElse(null);
    }

    private @Nullable String fail(PaymentLine line, Row row, Act act) {
        if (line.state() == State.SENT) {
            lines.failed(line.ref(), row.reason());
        }
        if (lines.find(line.ref()).filter(now -> now.state() == State.FAILED).isEmpty()) {
            return "BOOKED_OTHERWISE";
        }
        payouts.comeBack(line.batchId(), line.applicationId(), act);
        return null;
    }
}
