package cn.sanming.migrant.subsidy.bankfile;

import cn.sanming.migrant.platform.imports.Upload;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.subsidy.disbursement.BatchDesk;
import cn.sanming.migrant.subsidy.disbursement.PaymentBatch;
import cn.sanming.migrant.subsidy.disbursement.PaymentLine;
import cn.sanming.migrant.subsidy.disbursement.PaymentLines;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The files of a batch, and its payments one by one; the latter without payees.
@RestController
class BatchFileController {

    private final BatchDesk desk;
    private final BankFile bankFile;
    private final ReturnIntake intake;
    private final PaymentLines lines;

    record LineView(
            String lineRef,
            String applicationId,
            String kind,
            Money amount,
            PaymentLine.State state,
            @Nullable String note,
            @Nullable LocalDate paidOn) {

        static LineView of(PaymentLine line) {
            return new LineView(
                    line.ref(),
                    line.applicationId(),
                    line.kind(),
                    line.amount(),
                    line.state(),
                    line.note(),
                    line.paidOn());
        }
    }

    BatchFileController(BatchDesk desk, BankFile bankFile, ReturnIntake intake, PaymentLines lines) {
        this.desk = desk;
        this.bankFile = bankFile;
        this.intake = intake;
        this.lines = lines;
    }

    @GetMapping(BatchDesk.PATH + "/{id}/lines")
    Outcome<Page<LineView>> lines(
            @PathVariable String id,
            @RequestParam(required = false) PaymentLine.@Nullable State state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        if (desk.find(id, actor).isEmpty()) {
            return Outcome.notFound();
        }
        int size = Page.limit(limit);
        var page = Page.of(lines.page(id, state, after, size + 1), size, PaymentLine::ref);
        return Outcome.done(new Page<>(page.items().stream().map(LineView::of).toList(), page.next()));
    }

    @GetMapping(BatchDesk.PATH + "/{id}/bank-file")
    @Nullable
    Outcome<Map<String, String>> bankFile(@PathVariable String id, CommandContext context, HttpServletResponse response)
            throws IOException {
        var batch = desk.find(id, context.actor());
        if (batch.isEmpty()) {
            return Outcome.notFound();
        }
        if (batch.get().file().is(PaymentBatch.State.OPEN)) {
            return Outcome.refused(Refusal.Kind.GUARD_FAILED, Reason.of("BATCH_NOT_RELEASED"));
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + id + ".csv\"");
        response.setHeader("Cache-Control", "no-store");
        bankFile.write(batch.get(), context, response.getOutputStream());
        return null;
    }

    @PostMapping(BatchDesk.PATH + "/{id}/return-file")
    Outcome<ReturnIntake.Report> returnFile(@PathVariable String id, CommandContext context, HttpServletRequest request)
            throws IOException {
        var batch = desk.find(id, context.actor());
        return batch.isEmpty() ? Outcome.notFound() : intake.take(batch.get(), new Upload(request).bytes(), context);
    }
}
