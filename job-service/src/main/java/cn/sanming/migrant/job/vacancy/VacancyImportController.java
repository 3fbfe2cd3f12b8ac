package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.imports.Upload;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The counter for files of vacancies: the body is the file, or a form with one; what it is, its content says.
@RestController
class VacancyImportController {

    private final VacancyImport imports;

    VacancyImportController(VacancyImport imports) {
        this.imports = imports;
    }

    @PostMapping(VacancyDesk.PATH + "/imports")
    Outcome<VacancyImport.Receipt> take(
            @RequestParam(name = "sheet", required = false) @Nullable String tab,
            HttpServletRequest request,
            CommandContext context)
            throws IOException {
        if (!context.actor().hasAny(Set.of("EMPLOYER", "AGENCY"))) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        return imports.take(new Upload(request), tab, context);
    }
}
