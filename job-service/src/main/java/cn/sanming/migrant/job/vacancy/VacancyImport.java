package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.imports.ImportReceipt;
import cn.sanming.migrant.platform.imports.ImportReceipts;
import cn.sanming.migrant.platform.imports.RowFaults;
import cn.sanming.migrant.platform.imports.RowVerdict;
import cn.sanming.migrant.platform.imports.SheetWords;
import cn.sanming.migrant.platform.imports.Upload;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.sheet.SheetReader;
import cn.sanming.migrant.platform.reference.sheet.SheetRecord;
import cn.sanming.migrant.platform.reference.sheet.SheetReport;
import cn.sanming.migrant.platform.reference.sheet.cells.SheetBudget;
import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import cn.sanming.migrant.platform.web.Bodies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Vacancies by the file (批量导入): every row gets its own verdict, and the same file again changes nothing.
@Component
class VacancyImport {

    private static final int SLICE = 50;

    private final VacancyDesk desk;
    private final PartnerQuota quota;
    private final Bodies bodies;
    private final SheetWords words;
    private final ImportReceipts receipts;

    VacancyImport(VacancyDesk desk, PartnerQuota quota, Bodies bodies, SheetWords words, ImportReceipts receipts) {
        this.receipts = receipts;
        this.desk = desk;
        this.quota = quota;
        this.bodies = bodies;
        this.words = words;
    }

    /// What became of a row.
    enum Fate {
        CREATED,
        UNCHANGED,
        DUPLICATE,
        REJECTED
    }

    /// @param row as the program on the desk shows it, from 1; @param other where the first one stands
    record Row(
            int row,
            Fate verdict,
            @Nullable String reference,
            @Nullable String id,
            @Nullable String other,
            List<RowFaults.Fault> errors) {}

    /// @param id         of this receipt, under which it can be asked for again; none for a dry run
    /// @param complete   whether the whole file was read; if not, the last row says why
    /// @param errorCount faults in all; the first 200 stand with their rows
    /// @param reading    how the file was understood, where it was read to its end
    record Receipt(
            @Nullable String id,
            boolean dryRun,
            int rows,
            long created,
            long unchanged,
            long duplicates,
            long rejected,
            boolean complete,
            int errorCount,
            List<Row> items,
            @Nullable SheetReport reading) {

        static Receipt of(Run run, boolean complete, @Nullable SheetReport reading) {
            return new Receipt(
                    run.id,
                    run.dry,
                    run.items.size(),
                    count(run.items, Fate.CREATED),
                    count(run.items, Fate.UNCHANGED),
                    count(run.items, Fate.DUPLICATE),
                    count(run.items, Fate.REJECTED),
                    complete,
                    run.errors,
                    run.items,
                    reading);
        }

        private static long count(List<Row> items, Fate fate) {
            return items.stream().filter(item -> item.verdict() == fate).count();
        }
    }

    /// @param dry whether only the verdicts are asked for (预检)
    Outcome<Receipt> take(Upload upload, @Nullable String tab, boolean dry, CommandContext context) throws IOException {
        var usedUp = quota.usedUp(context);
        if (usedUp != null) {
            return Outcome.refused(usedUp);
        }
        var file = upload.bytes();
        var run = new Run(context, quota.room(context), dry);
        SheetReport reading = null;
        try {
            reading = new SheetReader(VacancyRow.FORM, SheetBudget.USUAL, context.today()).read(file, tab, run::take);
        } catch (UnreadableSheet e) {
            if (run.items.isEmpty()) {
                return Outcome.refused(SheetWords.refusal(e));
            }
            run.reject(run.last + 1, null, Reason.of(e.code()).required(e.required(), e.found()));
        } finally {
            quota.giveBack(context, run.taken);
        }
        if (run.items.isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/file", "EMPTY_SHEET"));
        }
        var complete = reading != null && !run.cut;
        if (run.id != null) {
            receipts.keep(run.head(run.id, complete, reading), run.verdicts(), file);
        }
        return Outcome.done(Receipt.of(run, complete, reading));
    }

    /// One file on its way through.
    private final class Run {

        private final CommandContext context;
        private final List<Row> items = new ArrayList<>();
        private final boolean dry;
        private final @Nullable String id;
        private int room;
        private int taken;
        private int last;
        private int errors;
        private boolean cut;

        Run(CommandContext context, int room, boolean dry) {
            this.dry = dry;
            this.id = dry ? null : Ids.next("im");
            this.context = context;
            this.room = room;
        }

        boolean take(SheetRecord record) {
            last = record.row();
            var over = dry || taken > 0 ? null : reserve();
            if (over != null) {
                reject(last, null, over.reasons().toArray(Reason[]::new));
                cut = true;
                return false;
            }
            taken -= dry ? 0 : 1;
            var row = VacancyRow.of(record, bodies, words);
            if (row.offer() == null) {
                add(last, Fate.REJECTED, record.value("reference"), null, null, row.faults());
            } else {
                offer(row.offer(), record);
            }
            return true;
        }

        /// Takes a slice of today's quota; near its end row by row.
        private @Nullable Refusal reserve() {
            if (quota.take(context, SLICE) == null) {
                taken = SLICE;
                return null;
            }
            quota.giveBack(context, SLICE);
            var over = quota.take(context, 1);
            if (over == null) {
                taken = 1;
            } else {
                quota.giveBack(context, 1);
            }
            return over;
        }

        private void offer(VacancyOffer offer, SheetRecord record) {
            var outcome = room <= 0
                    ? desk.known(offer, context)
                    : dry ? desk.tryRow(offer, context) : desk.takeRow(offer, context);
            switch (outcome) {
                case Outcome.Created<Vacancy>(Vacancy vacancy, String location) -> {
                    room--;
                    add(
                            last,
                            Fate.CREATED,
                            offer.reference(),
                            dry ? null : vacancy.id(),
                            dry ? null : location,
                            List.of());
                }
                case Outcome.Done<Vacancy>(Vacancy vacancy) ->
                    add(last, Fate.UNCHANGED, offer.reference(), vacancy.id(), null, List.of());
                case Outcome.Refused<Vacancy>(Refusal refusal) ->
                    add(
                            last,
                            refusal.kind() == Refusal.Kind.DUPLICATE ? Fate.DUPLICATE : Fate.REJECTED,
                            offer.reference(),
                            null,
                            refusal.other(),
                            refusal.reasons().stream()
                                    .map(reason -> words.fault(reason, VacancyRow.place(record, reason)))
                                    .toList());
            }
        }

        private ImportReceipt head(String receipt, boolean complete, @Nullable SheetReport reading) {
            var counts = items.stream()
                    .collect(Collectors.toMap(
                            item -> item.verdict().name().toLowerCase(Locale.ROOT), _ -> 1, Integer::sum));
            return new ImportReceipt(
                    receipt,
                    VacancyRow.FORM.name(),
                    context.at(),
                    context.actor().id(),
                    context.actor().creditCode(),
                    null,
                    Map.of(),
                    counts,
                    complete,
                    reading,
                    0);
        }

        private List<RowVerdict> verdicts() {
            return items.stream()
                    .map(item -> new RowVerdict(
                            item.row(), item.verdict().name(), item.reference(), item.id(), null, item.errors()))
                    .toList();
        }

        private void reject(int row, @Nullable String reference, Reason... reasons) {
            var faults =
                    Stream.of(reasons).map(reason -> words.fault(reason, null)).toList();
            add(row, Fate.REJECTED, reference, null, null, faults);
        }

        private void add(
                int row,
                Fate fate,
                @Nullable String reference,
                @Nullable String id,
                @Nullable String other,
                List<RowFaults.Fault> faults) {
            var shown = errors < SheetWords.MOST ? faults : List.<RowFaults.Fault>of();
            errors += faults.size();
            items.add(new Row(row, fate, reference, id, other, shown));
        }
    }
}
