package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.job.vacancy.imports.SheetFormat;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The counter for files of vacancies: the body is the file, its content type the format.
@RestController
class VacancyImportController {

    private final VacancyImport imports;

    VacancyImportController(VacancyImport imports) {
        this.imports = imports;
    }

    @PostMapping(VacancyDesk.PATH + "/imports")
    Outcome<VacancyImport.Receipt> take(HttpServletRequest request, CommandContext context) throws IOException {
        if (!context.actor().hasAny(Set.of("EMPLOYER", "AGENCY"))) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var format = SheetFormat.of(request.getContentType());
        if (format.isEmpty()) {
            return Outcome.refused(
                    Refusal.Kind.VALIDATION,
                    Reason.at("/Content-Type", "UNKNOWN_FORMAT")
                            .required("application/json|application/x-ndjson|text/csv|xlsx", request.getContentType()));
        }
        return imports.take(format.get(), request.getInputStream(), context);
    }
}
