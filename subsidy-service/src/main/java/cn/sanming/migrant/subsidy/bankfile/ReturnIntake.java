package cn.sanming.migrant.subsidy.bankfile;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.subsidy.bankfile.ReturnFile.Row;
import cn.sanming.migrant.subsidy.disbursement.BatchDesk;
import cn.sanming.migrant.subsidy.disbursement.BatchView;
import cn.sanming.migrant.subsidy.disbursement.PaymentBatch;
import cn.sanming.migrant.subsidy.disbursement.PaymentLine;
import cn.sanming.migrant.subsidy.disbursement.PaymentLine.State;
import cn.sanming.migrant.subsidy.disbursement.PaymentLines;
import cn.sanming.migrant.subsidy.disbursement.Payouts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Books what the bank answered (回盘入账), payment by payment: first on the payment itself, then through `pay` on its
/// application. Killed in between and given the same file again, it goes on where it stood; given it twice, it
/// changes nothing.
@Component
class ReturnIntake {

    private static final int MOST_PROBLEMS = 1000;
    private static final int TOGETHER = 200;
    private static final int SIDE_BY_SIDE = 8;

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

        void add(Row row, Booking booking) {
            lines++;
            switch (booking) {
                case Booking.News _ -> booked++;
                case Booking.Known _ -> known++;
                case Booking.Unfit(String code) -> {
                    if (problems.size() < MOST_PROBLEMS) {
                        problems.add(new Problem(row.number(), row.ref(), code));
                    }
                }
            }
        }
    }

    /// What became of one line.
    private sealed interface Booking {
        record News() implements Booking {}

        record Known() implements Booking {}

        record Unfit(String code) implements Booking {}
    }

    ReturnIntake(PaymentLines lines, Payouts payouts, BatchDesk desk) {
        this.lines = lines;
        this.payouts = payouts;
        this.desk = desk;
    }

    Outcome<Report> take(PaymentBatch batch, byte[] content, CommandContext context) throws IOException {
        if (batch.file().is(PaymentBatch.State.OPEN)) {
            return Outcome.refused(Refusal.Kind.GUARD_FAILED, Reason.of("BATCH_NOT_RELEASED"));
        }
        var file = new ReturnFile(content);
        var objection = file.objection();
        if (objection != null) {
            return Outcome.refused(objection);
        }
        var count = book(batch, file, context);
        var after = desk.answered(batch.id(), context);
        return Outcome.done(
                new Report(batch.id(), count.lines, count.booked, count.known, count.problems, BatchView.of(after)));
    }

    /// A few hundred lines are looked up together and booked side by side: each is about another application.
    private Count book(PaymentBatch batch, ReturnFile file, CommandContext context) throws IOException {
        var count = new Count();
        var waiting = new ArrayList<Row>();
        try (var hands =
                Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
            file.rows(row -> {
                waiting.add(row);
                if (waiting.size() == TOGETHER) {
                    book(batch, waiting, hands, count, context);
                    waiting.clear();
                }
            });
            book(batch, waiting, hands, count, context);
        }
        return count;
    }

    private void book(PaymentBatch batch, List<Row> rows, ExecutorService hands, Count count, CommandContext context) {
        var known = lines.among(rows.stream().map(Row::ref).toList()).stream()
                .filter(line -> line.batchId().equals(batch.id()))
                .collect(Collectors.toMap(PaymentLine::ref, Function.identity()));
        var running = rows.stream()
                .map(row -> CompletableFuture.supplyAsync(() -> book(batch, known.get(row.ref()), row, context), hands))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            count.add(rows.get(i), running.get(i).join());
        }
    }

    private Booking book(PaymentBatch batch, @Nullable PaymentLine line, Row row, CommandContext context) {
        if (line == null) {
            return new Booking.Unfit("UNKNOWN_LINE");
        }
        var problem = objection(batch, line, row, context);
        if (problem == null) {
            problem = row.paid() ? pay(line, row, context) : fail(line, row, context);
        }
        if (problem != null) {
            return new Booking.Unfit(problem);
        }
        return line.state() == State.SENT ? new Booking.News() : new Booking.Known();
    }

    private static @Nullable String objection(PaymentBatch batch, PaymentLine line, Row row, CommandContext context) {
        if (!line.amount().equals(row.amount())) {
            return "AMOUNT_DIFFERS";
        }
        var day = row.paidOn();
        var released = batch.releasedOn();
        if (day != null && (day.isAfter(context.today()) || released != null && day.isBefore(released))) {
            return "PAID_ON_OUT_OF_RANGE";
        }
        return switch (line.state()) {
            case SENT -> null;
            case PAID -> day != null && day.equals(line.paidOn()) ? null : "BOOKED_OTHERWISE";
            case FAILED -> day == null ? null : "BOOKED_OTHERWISE";
            case COLLECTED, TAKEN_OUT -> "LINE_NOT_SENT";
        };
    }

    private @Nullable String pay(PaymentLine line, Row row, CommandContext context) {
        var day = row.paidOn();
        if (day != null && line.state() == State.SENT) {
            lines.paid(line.ref(), day);
        }
        return payouts.pay(line.applicationId(), line.amount(), context)
                .map(refusal -> refusal.reasons().isEmpty()
                        ? refusal.kind().name()
                        : refusal.reasons().getFirst().code())
                .orElse(null);
    }

    private @Nullable String fail(PaymentLine line, Row row, CommandContext context) {
        if (line.state() == State.SENT) {
            lines.failed(line.ref(), row.reason());
        }
        if (lines.find(line.ref()).filter(now -> now.state() == State.FAILED).isEmpty()) {
            return "BOOKED_OTHERWISE";
        }
        payouts.comeBack(line.batchId(), line.applicationId(), context);
        return null;
    }
}
