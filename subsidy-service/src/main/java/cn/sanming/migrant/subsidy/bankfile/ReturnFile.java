package cn.sanming.migrant.subsidy.bankfile;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.sheet.csv.TextEncoding;
import cn.sanming.migrant.subsidy.disbursement.Tally;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the bank answers (回盘文件): a header, one line a payment, and the totals it vouches for. Read twice: first to
/// see that it is whole and its totals are right, then to book it; in whatever encoding the bank has it.
///
/// `line_ref,amount,result,paid_on,reason` and at the end `TOTAL,<lines>,<sum of the paid ones>`.
final class ReturnFile {

    static final String HEADER = "line_ref,amount,result,paid_on,reason";
    private static final int MOST_FAULTS = 100;

    private final byte[] file;

    /// @param paidOn the day of payment, none if the bank could not pay
    record Row(
            int number, String ref, Money amount, @Nullable LocalDate paidOn, String reason) {

        boolean paid() {
            return paidOn != null;
        }
    }

    ReturnFile(byte[] file) {
        this.file = file;
    }

    /// What stands against the file as a whole: nothing of it is booked then.
    @Nullable
    Refusal objection() throws IOException {
        var faults = new ArrayList<Reason>();
        var seen = new HashSet<String>();
        var paid = new Tally.Part[] {Tally.Part.NONE};
        var closing = new ArrayList<List<String>>();
        int[] rows = {0};
        walk(
                (row) -> {
                    rows[0]++;
                    if (!seen.add(row.ref())) {
                        note(faults, Reason.at("/lines/" + row.number(), "LINE_TWICE"));
                    }
                    if (row.paid()) {
                        paid[0] = paid[0].plus(row.amount());
                    }
                },
                closing::add,
                fault -> note(faults, fault));
        if (!faults.isEmpty()) {
            return new Refusal(Refusal.Kind.VALIDATION, faults, null);
        }
        var found = List.of(String.valueOf(rows[0]), paid[0].total().toString());
        var vouched = closing.getLast().subList(1, closing.getLast().size());
        return found.equals(vouched)
                ? null
                : Refusal.of(
                        Refusal.Kind.GUARD_FAILED, Reason.of("TOTALS_DIFFER").required(vouched, found));
    }

    void rows(Consumer<Row> visitor) throws IOException {
        walk(visitor, _ -> {}, _ -> {});
    }

    private static void note(List<Reason> faults, Reason fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    private void walk(Consumer<Row> rows, Consumer<List<String>> totals, Consumer<Reason> faults) throws IOException {
        var charset = TextEncoding.of(file, true);
        try (var in = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(file), charset))) {
            if (!HEADER.equals(header(in))) {
                faults.accept(Reason.at("/lines/1", "UNKNOWN_COLUMNS").required(HEADER, "other"));
                return;
            }
            int number = 1;
            boolean closed = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                var fields = Csv.fields(line);
                if (closed) {
                    faults.accept(Reason.at("/lines/" + number, "LINE_AFTER_TOTAL"));
                } else if (fields.getFirst().equals("TOTAL")) {
                    closed = true;
                    totals.accept(fields);
                } else {
                    read(number, fields, rows, faults);
                }
            }
            if (!closed) {
                faults.accept(Reason.at("/lines/" + (number + 1), "TOTAL_MISSING"));
            }
        }
    }

    private static @Nullable String header(BufferedReader in) throws IOException {
        var first = in.readLine();
        return first == null ? null : first.replace("\uFEFF", "").replace(" ", "");
    }

    private static void read(int number, List<String> fields, Consumer<Row> rows, Consumer<Reason> faults) {
        var at = "/lines/" + number;
        if (fields.size() != 5 || fields.getFirst().isEmpty()) {
            faults.accept(Reason.at(at, "UNKNOWN_COLUMNS"));
            return;
        }
        try {
            var amount = Money.of(fields.get(1));
            switch (fields.get(2)) {
                case "PAID" -> rows.accept(new Row(number, fields.get(0), amount, LocalDate.parse(fields.get(3)), ""));
                case "FAILED" -> rows.accept(new Row(number, fields.get(0), amount, null, masked(fields.get(4))));
                default -> faults.accept(Reason.at(at + "/result", "INVALID_CHOICE"));
            }
        } catch (DateTimeParseException _) {
            faults.accept(Reason.at(at + "/paid_on", "INVALID_LOCAL_DATE"));
        } catch (IllegalArgumentException | ArithmeticException _) {
            faults.accept(Reason.at(at + "/amount", "INVALID_MONEY"));
        }
    }

    /// Banks write account numbers into their reasons; none is kept.
    private static String masked(String reason) {
        var text = reason.isBlank() ? "FAILED" : reason.replaceAll("[0-9Xx]{6,}", "****");
        return text.substring(0, Math.min(text.length(), 200));
    }
}
