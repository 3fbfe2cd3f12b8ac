package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.job.vacancy.imports.SheetFormat;
import cn.sanming.migrant.job.vacancy.imports.SheetReader;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.web.Bodies;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Vacancies by the file (批量导入): every row gets its own verdict, and the same file again changes nothing.
@Component
class VacancyImport {

    private static final int LARGEST = 20_000;
    private static final int SLICE = 50;

    private final VacancyDesk desk;
    private final PartnerQuota quota;
    private final Bodies bodies;

    VacancyImport(VacancyDesk desk, PartnerQuota quota, Bodies bodies) {
        this.desk = desk;
        this.quota = quota;
        this.bodies = bodies;
    }

    /// What became of a row.
    enum Fate {
        CREATED,
        UNCHANGED,
        DUPLICATE,
        REJECTED
    }

    /// @param row number in the file, the first row of data being 1; @param other where the first one stands
    record Row(
            int row,
            Fate verdict,
            @Nullable String reference,
            @Nullable String id,
            @Nullable String other,
            List<Reason> errors) {}

    /// @param complete whether the whole file was read; if not, the last row says why
    record Receipt(
            int rows, long created, long unchanged, long duplicates, long rejected, boolean complete, List<Row> items) {

        static Receipt of(List<Row> items, boolean complete) {
            return new Receipt(
                    items.size(),
                    count(items, Fate.CREATED),
                    count(items, Fate.UNCHANGED),
                    count(items, Fate.DUPLICATE),
                    count(items, Fate.REJECTED),
                    complete,
                    items);
        }

        private static long count(List<Row> items, Fate fate) {
            return items.stream().filter(item -> item.verdict() == fate).count();
        }
    }

    Outcome<Receipt> take(SheetFormat format, InputStream in, CommandContext context) throws IOException {
        var usedUp = quota.usedUp(context);
        if (usedUp != null) {
            return Outcome.refused(usedUp);
        }
        var run = new Run(context, quota.room(context));
        var complete = true;
        try {
            SheetReader.read(format, in, run::take);
        } catch (SheetReader.Unreadable e) {
            if (run.items.isEmpty()) {
                quota.giveBack(context, run.taken);
                return Outcome.refused(
                        Refusal.Kind.VALIDATION,
                        Reason.at("/", "UNREADABLE_SHEET").required(format, e.getMessage()));
            }
            run.reject(null, List.of(Reason.of("UNREADABLE_SHEET")));
            complete = false;
        }
        quota.giveBack(context, run.taken);
        if (run.items.isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/", "EMPTY_SHEET"));
        }
        return Outcome.done(Receipt.of(run.items, complete && !run.cut));
    }

    /// One file on its way through.
    private final class Run {

        private final CommandContext context;
        private final List<Row> items = new ArrayList<>();
        private int room;
        private int taken;
        private boolean cut;

        Run(CommandContext context, int room) {
            this.context = context;
            this.room = room;
        }

        boolean take(@Nullable JsonNode node) {
            if (items.size() == LARGEST) {
                reject(null, List.of(Reason.of("TOO_MANY_ROWS").required(LARGEST, LARGEST + 1)));
                cut = true;
                return false;
            }
            var over = taken == 0 ? reserve() : null;
            if (over != null) {
                reject(null, over.reasons());
                cut = true;
                return false;
            }
            taken--;
            if (node == null) {
                reject(null, List.of(Reason.of("MALFORMED_JSON")));
                return true;
            }
            var read = bodies.read(node, VacancyOffer.class, false);
            if (read.value() == null) {
                reject(node.path("reference").asString(null), read.faults());
                return true;
            }
            offer(read.value());
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

        private void offer(VacancyOffer offer) {
            var outcome = room > 0 ? desk.takeRow(offer, context) : desk.known(offer, context);
            switch (outcome) {
                case Outcome.Created<Vacancy>(Vacancy vacancy, String location) -> {
                    room--;
                    add(Fate.CREATED, offer.reference(), vacancy.id(), location, List.of());
                }
                case Outcome.Done<Vacancy>(Vacancy vacancy) ->
                    add(Fate.UNCHANGED, offer.reference(), vacancy.id(), null, List.of());
                case Outcome.Refused<Vacancy>(Refusal refusal) ->
                    add(
                            refusal.kind() == Refusal.Kind.DUPLICATE ? Fate.DUPLICATE : Fate.REJECTED,
                            offer.reference(),
                            null,
                            refusal.other(),
                            refusal.reasons());
            }
        }

        private void reject(@Nullable String reference, List<Reason> errors) {
            add(Fate.REJECTED, reference, null, null, errors);
        }

        private void add(
                Fate fate,
                @Nullable String reference,
                @Nullable String id,
                @Nullable String other,
                List<Reason> errors) {
            items.add(new Row(items.size() + 1, fate, reference, id, other, errors));
        }
    }
}
