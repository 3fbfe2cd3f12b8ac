package cn.sanming.migrant.wage.duties;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.wage.arrears.OpenArrears;
import cn.sanming.migrant.wage.site.AccountBook;
import cn.sanming.migrant.wage.site.ConstructionProject;
import cn.sanming.migrant.wage.site.DepositBook;
import cn.sanming.migrant.wage.site.Projects;
import cn.sanming.migrant.wage.site.RealNameBook;
import cn.sanming.migrant.wage.site.SiteAccess;
import cn.sanming.migrant.wage.site.SitePayrolls;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Puts together what is known of a site and has its duties checked (日常监督), measure M15.1 and M15.3.
@Component
class DutyDesk {

    private final Projects projects;
    private final AccountBook accounts;
    private final DepositBook deposits;
    private final RealNameBook workers;
    private final SitePayrolls payrolls;
    private final OpenArrears arrears;
    private final RuleBook rules;

    DutyDesk(
            Projects projects,
            AccountBook accounts,
            DepositBook deposits,
            RealNameBook workers,
            SitePayrolls payrolls,
            OpenArrears arrears,
            RuleBook rules) {
        this.projects = projects;
        this.accounts = accounts;
        this.deposits = deposits;
        this.workers = workers;
        this.payrolls = payrolls;
        this.arrears = arrears;
        this.rules = rules;
    }

    Outcome<DutyReport> report(String projectId, LocalDate today, Actor actor) {
        return projects.find(projectId)
                .filter(project -> SiteAccess.mayRead(project, actor))
                .map(project -> Outcome.done(report(project, today)))
                .orElseGet(Outcome::notFound);
    }

    private DutyReport report(ConstructionProject project, LocalDate today) {
        var id = project.id();
        var signedOn = project.terms().contractSignedOn();
        var check = new DutyCheck(
                today,
                signedOn.plusDays(
                        rules.context().on(signedOn, project.file().district()).integer("wage.account.open_days")),
                project.startedOn(),
                project.completedOn(),
                accounts.of(id).orElse(null),
                deposits.of(id).orElse(null),
                project.labourOfficerNamed(),
                project.noticeBoardComplete(),
                workers.onSite(id),
                arrears.onProject(id),
                payrolls.on(id));
        return DutyReport.of(id, project.file().state(), today, check.findings());
    }
}
