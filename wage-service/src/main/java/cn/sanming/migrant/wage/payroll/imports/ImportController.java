package cn.sanming.migrant.wage.payroll.imports;

import cn.sanming.migrant.platform.imports.ImportReceipts;
import cn.sanming.migrant.platform.imports.ReceiptController;
import cn.sanming.migrant.platform.imports.Upload;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.protect.Audit;
import cn.sanming.migrant.wage.payroll.PayrollDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The counter for payroll sheets: the body is the file, or a form with one; what it is, its content says.
@RestController
@RequestMapping("/api/v1/wages/payrolls/imports")
class ImportController extends ReceiptController {

    private final PayrollImports imports;

    ImportController(PayrollImports imports, ImportReceipts receipts, Audit audit) {
        super(PayrollImports.FORM, Set.of("INSPECTOR", "HR_OFFICER", "INSPECTION_HEAD"), receipts, audit);
        this.imports = imports;
    }

    /// @param agreedMonth `CURRENT` or `NEXT` month is when wages are due; @param agreedDay day of that month
    /// @param tab name of the sheet where a workbook has several payrolls
    /// @param dryRun whether only the verdicts are asked for (预检)
    /// @param backPayOf the payroll whose left-out wages are paid (补发)
    /// @param rows      its unread rows that this sheet takes up
    @PostMapping
    Outcome<PayrollImports.Receipt> take(
            @RequestParam(name = "project_id", required = false) @Nullable String projectId,
            @RequestParam("employer_uscc") String employerUscc,
            @RequestParam YearMonth period,
            @RequestParam(name = "agreed_month", required = false) @Nullable String agreedMonth,
            @RequestParam(name = "agreed_day", required = false) @Nullable Integer agreedDay,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(name = "back_pay_of", required = false) @Nullable String backPayOf,
            @RequestParam(required = false) @Nullable List<Integer> rows,
            @RequestParam(name = "sheet", required = false) @Nullable String tab,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            HttpServletRequest request,
            CommandContext context)
            throws IOException {
        var sheet = new PayrollDesk.Sheet(
                projectId, employerUscc, period, agreedMonth, agreedDay, district, backPayOf, rows);
        return imports.take(sheet, new Upload(request), tab, dryRun, context);
    }
}
