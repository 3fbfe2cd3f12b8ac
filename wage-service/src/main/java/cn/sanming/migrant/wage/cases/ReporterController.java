package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.protect.Audit;
import cn.sanming.migrant.wage.cases.CaseForms.Reporter;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who reported a case (举报人): only for the two inspectors on it, only for a purpose, and never without a trace.
@RestController
final class ReporterController {

    private final MongoTemplate mongo;
    private final CaseIntake intake;
    private final Audit audit;

    ReporterController(MongoTemplate mongo, CaseIntake intake, Audit audit) {
        this.mongo = mongo;
        this.intake = intake;
        this.audit = audit;
    }

    @GetMapping(CaseDesk.PATH + "/{id}/reporter")
    Outcome<Reporter> reporter(
            @PathVariable String id, @RequestParam(required = false) @Nullable String purpose, CommandContext context) {
        var subject = mongo.findById(id, ArrearsCase.class);
        var inspection = subject == null ? null : subject.inspection();
        if (inspection == null
                || !inspection.inspectors().contains(context.actor().id())) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE,
                    Reason.of("INSPECTORS_OF_THE_CASE_ONLY").clause("监察条例 art. 9"));
        }
        if (purpose == null || purpose.isBlank()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/purpose", "REQUIRED"));
        }
        var reporter = subject.intake().reporter();
        if (reporter == null) {
            return Outcome.notFound();
        }
        audit.read(context, "arrears-case " + id + " reporter", purpose);
        return Outcome.done(intake.reveal(reporter));
    }
}
