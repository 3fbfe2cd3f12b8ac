package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.legalaid.arrears.ArrearsAnswer;
import cn.sanming.migrant.legalaid.arrears.client.WageClient;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The arrears behind a dispute (欠薪事实), as the wage department has them now.
@RestController
class DisputeArrearsController {

    private static final List<String> OFFICERS =
            List.of("ARB_REGISTRAR", "MEDIATOR", "ARBITRATOR", "COURT", "HR_HEAD", "LEGAL_AID_OFFICER");

    private final DisputeDesk desk;
    private final WageClient wages;

    DisputeArrearsController(DisputeDesk desk, WageClient wages) {
        this.desk = desk;
        this.wages = wages;
    }

    @GetMapping("/api/v1/legal-aid/disputes/{id}/arrears")
    Outcome<ArrearsAnswer> arrears(@PathVariable String id, Actor actor) {
        return desk.find(id)
                .filter(dispute -> maySee(dispute, actor))
                .map(dispute -> Outcome.done(wages.openArrears(dispute.filing.employerUscc())))
                .orElseGet(Outcome::notFound);
    }

    private static boolean maySee(Dispute dispute, Actor actor) {
        return dispute.isWorker(actor)
                || dispute.isEmployer(actor)
                || actor.hasAny(OFFICERS) && actor.mayActIn(dispute.file.district());
    }
}
