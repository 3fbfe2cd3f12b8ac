package cn.sanming.migrant.subsidy.application;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Refusal;
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
class JointPunishment {

    private static final Set<String> KINDS =
            Set.of(Kind.POST.name(), Kind.AGENCY_REWARD.name(), Kind.STARTUP.name(), Kind.STARTUP_JOBS.name());
    private static final List<String> OPEN = List.of("SUBMITTED", "ACCEPTED", "REVIEWED", "PUBLICISED", "APPROVED");

    private final MongoTemplate mongo;
    private final Dockets dockets;
    private final ApplicationDesk desk;
    private final EmployerRegister employers;

    JointPunishment(MongoTemplate mongo, Dockets dockets, ApplicationDesk desk, EmployerRegister employers) {
        this.mongo = mongo;
        this.dockets = dockets;
        this.desk = desk;
        this.employers = employers;
    }

    void suspendAllOf(String uscc, String eventId, Act act) {
        for (var application : touching(uscc, OPEN)) {
            suspend(application, uscc, eventId, act);
        }
        var placed = Criteria.where("claim.agency.lines.employerUscc")
                .is(uscc)
                .and("file.state")
                .is(State.APPROVED.name());
        mongo.find(Query.query(placed), SubsidyApplication.class)
                .forEach(application -> dropLines(application, uscc, eventId, act));
    }

    /// What is not approved yet is asked again at its approval; what is approved loses the persons now.
    private void dropLines(SubsidyApplication application, String uscc, String eventId, Act act) {
        var dropped = dockets.fire(
                desk.docket(), application.id(), "drop_lines", new ApplicationDesk.Cause(uscc, eventId), act);
        if (dropped instanceof Outcome.Refused<SubsidyApplication>(Refusal why)
                && why.reasons().stream().noneMatch(reason -> reason.code().equals("MONEY_IS_AT_THE_BANK"))) {
            suspend(application, uscc, eventId, act);
        }
    }

    void resumeAllOf(String uscc, Act act) {
        for (var application : touching(uscc, List.of("SUSPENDED"))) {
            dockets.fire(desk.docket(), application.id(), "resume", act);
        }
    }

    /// The employer was listed while the money was at the bank, and the money has come back unpaid.
    void catchUp(SubsidyApplication application, Act act) {
        var claim = application.claim();
        if (!KINDS.contains(claim.kind().name())) {
            return;
        }
        var firms = new LinkedHashSet<>(List.of(application.applicantId()));
        if (claim.employerUscc() != null) {
            firms.add(claim.employerUscc());
        }
        for (var uscc : firms) {
            employers.listing(uscc).ifPresent(eventId -> suspend(application, uscc, eventId, act));
        }
        if (claim.agency() != null) {
            claim.agency().lines().stream()
                    .map(Claim.Line::employerUscc)
                    .distinct()
                    .forEach(uscc ->
                            employers.listing(uscc).ifPresent(eventId -> dropLines(application, uscc, eventId, act)));
        }
    }

    private void suspend(SubsidyApplication application, String uscc, String eventId, Act act) {
        dockets.fire(desk.docket(), application.id(), "suspend", new ApplicationDesk.Cause(uscc, eventId), act);
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
