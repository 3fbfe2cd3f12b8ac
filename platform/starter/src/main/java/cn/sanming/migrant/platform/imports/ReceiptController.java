package cn.sanming.migrant.platform.imports;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.protect.Audit;
import cn.sanming.migrant.platform.reference.sheet.ResultSheet;
import cn.sanming.migrant.platform.reference.sheet.SheetForm;
import cn.sanming.migrant.platform.reference.sheet.SheetTemplate;
import cn.sanming.migrant.platform.web.Bodies;
import cn.sanming.migrant.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What every import has besides taking files (导入): its template, its receipts, their rows, and the sheet with the
// result
/// of each row. A service adds the path and the POST.
public abstract class ReceiptController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SheetForm form;
    private final Set<String> officers;
    private final ImportReceipts receipts;
    private final Audit audit;

    /// @param officers roles that may see the receipts of their district
    protected ReceiptController(SheetForm form, Set<String> officers, ImportReceipts receipts, Audit audit) {
        this.form = form;
        this.officers = officers;
        this.receipts = receipts;
        this.audit = audit;
    }

    @GetMapping("/template")
    void importTemplate(HttpServletResponse response) throws IOException {
        attachment(response, form.name() + "-template.xlsx");
        SheetTemplate.write(form, response.getOutputStream());
    }

    /// @param after the time of the last one of the page before
    @GetMapping
    Outcome<Page<ImportReceipt>> importReceipts(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CommandContext context) {
        try {
            var before = after == null ? null : Instant.parse(after);
            return Outcome.done(receipts.page(form.name(), context, before, Page.limit(limit)));
        } catch (DateTimeException e) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/after", "INVALID_INSTANT"));
        }
    }

    @GetMapping("/{id}")
    Outcome<ImportReceipt> importReceipt(@PathVariable String id, CommandContext context) {
        return Outcome.done(mine(id, context));
    }

    /// @param after the last row of the page before
    @GetMapping("/{id}/rows")
    Outcome<Page<RowVerdict>> importRows(
            @PathVariable String id,
            @RequestParam(required = false, defaultValue = "0") int after,
            @RequestParam(required = false) @Nullable Integer limit,
            CommandContext context) {
        int size = Page.limit(limit);
        var rows = receipts.rows(mine(id, context), after, size + 1);
        return Outcome.done(Page.of(rows, size, row -> String.valueOf(row.row())));
    }

    @GetMapping("/{id}/file")
    void importFile(@PathVariable String id, Locale locale, CommandContext context, HttpServletResponse response)
            throws IOException {
        var receipt = mine(id, context);
        var reading = receipt.reading();
        var file = receipts.file(receipt).orElse(null);
        if (file == null || reading == null) {
            throw new Bodies.Refused(Refusal.of(Refusal.Kind.NOT_FOUND, Reason.of("FILE_NO_LONGER_KEPT")));
        }
        audit.read(context, "import " + id, "download of the sheet with its results");
        boolean english = locale.getLanguage().equals("en");
        Map<Integer, String> results = new HashMap<>();
        receipts.walk(receipt, row -> results.put(row.row(), words(row, english)));
        attachment(response, id + ".xlsx");
        ResultSheet.write(
                file,
                reading.sheet(),
                reading.headerRow(),
                english ? "result" : "结果",
                results::get,
                response.getOutputStream());
    }

    private static String words(RowVerdict row, boolean english) {
        return row.errors().isEmpty()
                ? row.verdict()
                : row.errors().stream()
                        .map(fault -> english ? fault.textEn() : fault.textZh())
                        .collect(Collectors.joining(english ? "; " : "；", row.verdict() + " ", ""));
    }

    private ImportReceipt mine(String id, CommandContext context) {
        return receipts.find(form.name(), id)
                .filter(receipt -> receipt.shows(context.actor(), officers))
                .orElseThrow(() -> new Bodies.Refused(Refusal.of(Refusal.Kind.NOT_FOUND)));
    }

    private static void attachment(HttpServletResponse response, String name) {
        response.setContentType(XLSX);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
    }
}
