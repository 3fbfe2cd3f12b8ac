package cn.sanming.migrant.subsidy.punishment;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.subsidy.approval.ApplicationDesk;
import cn.sanming.migrant.subsidy.claim.Claim;
import cn.sanming.migrant.subsidy.claim.Kind;
import cn.sanming.migrant.subsidy.claim.State;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import cn.sanming.migrant.subsidy.employer.EmployerRegister;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Stops and restarts what a blacklisted employer applied for (联合惩戒): it is the applicant or the beneficiary. Workers'
/// own subsidies are never touched; of an agency's claim only the lines of that employer drop out, the others go on.
@Component
public class JointPunishment {

    private static final Set<String> KINDS =
            Set.of(Kind.POST.name(), Kind.AGENCY_REWARD.name(), Kind.STARTUP.name(), Kind.STARTUP_JOBS.name());
    private static final List<String> OPEN = List.of("SUBMITTED", "ACCEPTED", "REVIEWED", "PUBLICISED", "APPROVED");

    private final MongoTemplate mongo;
    private final Cases cases;
    private final ApplicationDesk desk;
    private final EmployerRegister employers;

    public JointPunishment(MongoTemplate mongo, Cases cases, ApplicationDesk desk, EmployerRegister employers) {
        this.mongo = mongo;
        this.cases = cases;
        this.desk = desk;
        this.employers = employers;
    }

    public void suspendAllOf(String uscc, String eventId, CommandContext context) {
        for (var application : touching(uscc, OPEN)) {
            suspend(application, uscc, eventId, context);
        }
        var placed = Criteria.where("claim.agency.lines.employerUscc")
                .is(uscc)
                .and("file.state")
                .is(State.APPROVED.name());
        mongo.find(Query.query(placed), SubsidyApplication.class)
                .forEach(application -> dropLines(application, uscc, eventId, context));
    }

    /// What is not approved yet is asked again at its approval; what is approved loses the persons now.
    private void dropLines(SubsidyApplication application, String uscc, String eventId, CommandContext context) {
        var dropped = cases.fire(
                application.id(), ApplicationDesk.DROP_LINES, new ApplicationDesk.Cause(uscc, eventId), context);
        if (dropped instanceof Outcome.Refused<SubsidyApplication>(Refusal why)
                && why.reasons().stream().noneMatch(reason -> reason.code().equals("MONEY_IS_AT_THE_BANK"))) {
            suspend(application, uscc, eventId, context);
        }
    }

    public void resumeAllOf(String uscc, CommandContext context) {
        for (var application : touching(uscc, List.of("SUSPENDED"))) {
            cases.fire(application.id(), ApplicationDesk.RESUME, context).orRetry();
        }
    }

    /// The employer was listed while the money was at the bank, and the money has come back unpaid.
    public void catchUp(SubsidyApplication application, CommandContext context) {
        var claim = application.claim();
        if (!KINDS.contains(claim.kind().name())) {
            return;
        }
        var firms = new LinkedHashSet<>(List.of(application.applicantId()));
        if (claim.employerUscc() != null) {
            firms.add(claim.employerUscc());
        }
        for (var uscc : firms) {
            employers.listing(uscc).ifPresent(eventId -> suspend(application, uscc, eventId, context));
        }
        if (claim.agency() != null) {
            claim.agency().lines().stream()
                    .map(Claim.Line::employerUscc)
                    .distinct()
                    .forEach(uscc -> employers
                            .listing(uscc)
                            .ifPresent(eventId -> dropLines(application, uscc, eventId, context)));
        }
    }

    private void suspend(SubsidyApplication application, String uscc, String eventId, CommandContext context) {
        cases.fire(application.id(), ApplicationDesk.SUSPEND, new ApplicationDesk.Cause(uscc, eventId), context)
                .orRetry();
    }

    private List<SubsidyApplication> touching(String uscc, List<String> states) {
        var whose = new Criteria()
                .orOperator(
                        Criteria.where("applicantId").is(uscc),
                        Criteria.where("claim.employerUscc").is(uscc));
        return mongo.find(
                Query.query(new Criteria()
                        .andOperator(
                                whose,
                                Criteria.where("file.state").in(states),
                                Criteria.where("claim.kind").in(KINDS))),
                SubsidyApplication.class);
    }
}
