package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.imports.ImportReceipts;
import cn.sanming.migrant.platform.imports.ReceiptController;
import cn.sanming.migrant.platform.imports.Upload;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.protect.Audit;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The counter for files of vacancies: the body is the file, or a form with one; what it is, its content says.
@RestController
@RequestMapping(VacancyDesk.PATH + "/imports")
class VacancyImportController extends ReceiptController {

    private final VacancyImport imports;

    VacancyImportController(VacancyImport imports, ImportReceipts receipts, Audit audit) {
        super(VacancyRow.FORM, Set.of(), receipts, audit);
        this.imports = imports;
    }

    @PostMapping
    Outcome<VacancyImport.Receipt> take(
            @RequestParam(name = "sheet", required = false) @Nullable String tab,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            HttpServletRequest request,
            CommandContext context)
            throws IOException {
        if (!context.actor().hasAny(Set.of("EMPLOYER", "AGENCY"))) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        return imports.take(new Upload(request), tab, dryRun, context);
    }
}
