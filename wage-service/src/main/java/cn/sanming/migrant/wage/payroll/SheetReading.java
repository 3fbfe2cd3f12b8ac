package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A sheet read to its end: who is owed what, and which rows stay gaps.
///
/// @param refusal why it cannot become a payroll, if it cannot
record SheetReading(
        List<SheetRow.Entry> entries,
        List<SheetRow.Unread> unread,
        @Nullable Refusal refusal) {

    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_REASONS = 200;

    static SheetReading of(Iterator<? extends SheetRow> rows) {
        var entries = new ArrayList<SheetRow.Entry>();
        var unread = new ArrayList<SheetRow.Unread>();
        var workers = new HashSet<String>();
        rows.forEachRemaining(row -> {
            switch (row) {
                case SheetRow.Entry entry
                when !workers.add(entry.personId()) ->
                    unread.add(new SheetRow.Unread(
                            entry.row(), List.of(Reason.at("/id_number", "WORKER_TWICE_IN_SHEET")), entry.net()));
                case SheetRow.Entry entry -> entries.add(entry);
                case SheetRow.Unread gap -> unread.add(gap);
            }
        });
        return new SheetReading(entries, unread, refusal(entries, unread));
    }

    private static @Nullable Refusal refusal(List<SheetRow.Entry> entries, List<SheetRow.Unread> unread) {
        var reasons = new ArrayList<Reason>();
        if (entries.isEmpty() && unread.isEmpty()) {
            reasons.add(Reason.at("/", "EMPTY_SHEET"));
        }
        if (entries.size() > MOST_ENTRIES) {
            reasons.add(Reason.at("/", "TOO_MANY_ROWS").required(MOST_ENTRIES, entries.size()));
        }
        if (unread.size() > Gap.MOST) {
            reasons.add(Reason.at("/", "TOO_MANY_UNREAD_ROWS").required(Gap.MOST, unread.size()));
        }
        if (entries.isEmpty() || !reasons.isEmpty()) {
            unread.stream()
                    .flatMap(SheetReading::placed)
                    .limit(MOST_REASONS - reasons.size())
                    .forEach(reasons::add);
            return new Refusal(Refusal.Kind.VALIDATION, reasons, null);
        }
        return null;
    }

    private static Stream<Reason> placed(SheetRow.Unread gap) {
        return gap.reasons().stream()
                .map(reason -> new Reason(
                        reason.code(),
                        "/rows/" + gap.row() + (reason.pointer() == null ? "" : reason.pointer()),
                        reason.clause(),
                        reason.required(),
                        reason.found()));
    }

    /// @param taken unread rows of another payroll which this one takes up
    Payroll.Sheet sheet(int number, List<Integer> taken) {
        var wages = entries.stream().map(PayrollLine.Wage::of).toList();
        var gaps = unread.stream().map(Gap::of).toList();
        return new Payroll.Sheet(number, content(taken), Tally.of(wages), gaps);
    }

    /// The fingerprint of the content: equal for the same rows in any format and order, so a repeated upload is known.
    String content(List<Integer> taken) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Stream.of(
                            entries.stream()
                                    .map(entry -> entry.personId()
                                            + '|'
                                            + PayrollLine.Wage.of(entry).print()),
                            unread.stream().map(gap -> gap.row() + "|" + gap.net() + '|' + codes(gap)),
                            taken.stream().map(row -> "takes " + row))
                    .flatMap(part -> part)
                    .sorted()
                    .forEach(row -> digest.update((row + '\n').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> codes(SheetRow.Unread gap) {
        return gap.reasons().stream().map(Reason::code).toList();
    }
}
