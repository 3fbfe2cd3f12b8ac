package cn.sanming.migrant.platform.imports;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.sheet.CellFault;
import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import cn.sanming.migrant.platform.web.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Puts faults of sheets into words (差错说明): which cell it is and what to do.
public final class SheetWords {

    /// Most faults that one answer names; the count says how many there are.
    public static final int MOST = 200;

    private final Problems problems;

    SheetWords(Problems problems) {
        this.problems = problems;
    }

    public RowFaults.Fault fault(CellFault fault) {
        return new RowFaults.Fault(
                fault.code(),
                "/" + fault.column(),
                fault.cell(),
                fault.heading(),
                fault.required(),
                fault.found(),
                sentence(fault, Locale.CHINESE),
                sentence(fault, Locale.ENGLISH));
    }

    public RowFaults faults(int row, List<CellFault> faults) {
        return new RowFaults(row, faults.stream().map(this::fault).toList());
    }

    /// A reason that a desk gave against a row which could be read.
    public RowFaults.Fault fault(Reason reason, @Nullable CellFault place) {
        return fault(new CellFault(
                reason.pointer() == null ? "" : reason.pointer().substring(1),
                place == null ? null : place.heading(),
                place == null ? null : place.cell(),
                reason.code(),
                reason.required(),
                reason.found()));
    }

    private String sentence(CellFault fault, Locale locale) {
        var text = problems.sentence("sheet." + fault.code(), fault.code(), locale)
                .replace("{required}", Objects.requireNonNullElse(fault.required(), ""))
                .replace("{found}", Objects.requireNonNullElse(fault.found(), ""));
        return place(fault, locale) + text;
    }

    private static String place(CellFault fault, Locale locale) {
        var zh = locale.equals(Locale.CHINESE);
        var heading = fault.heading() == null || fault.heading().isEmpty()
                ? ""
                : zh ? "“" + fault.heading() + "”" : " (" + fault.heading() + ")";
        var cell = Objects.requireNonNullElse(fault.cell(), "");
        return cell.isEmpty() && heading.isEmpty() ? "" : cell + heading + (zh ? "：" : ": ");
    }

    /// Why a file as a whole is refused.
    public static Refusal refusal(UnreadableSheet why) {
        var reason = new Reason(why.code(), "/file", null, why.required(), why.found());
        return Refusal.of(why.tooLarge() ? Refusal.Kind.TOO_LARGE : Refusal.Kind.VALIDATION, reason);
    }

    /// Where not a single row could be read: the faults of the rows are the answer.
    public static Refusal refusal(List<RowFaults> rows) {
        var reasons = new ArrayList<Reason>();
        for (var row : rows) {
            for (var fault : row.errors()) {
                if (reasons.size() < MOST) {
                    reasons.add(new Reason(
                            fault.code(),
                            "/rows/" + row.row() + fault.pointer(),
                            null,
                            fault.required(),
                            fault.cell() == null ? fault.found() : fault.cell()));
                }
            }
        }
        return new Refusal(Refusal.Kind.VALIDATION, reasons, null);
    }
}
