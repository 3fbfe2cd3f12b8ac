package cn.sanming.migrant.wage.insurance;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.wage.register.Registers;
import cn.sanming.migrant.wage.site.SiteRegister;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for policies of construction projects: taken out before the start, extended before they run out.
@Component
class ProjectInsuranceDesk implements ProjectCover {

    static final String PATH = "/api/v1/wages/project-insurances";
    private static final Set<String> OFFICERS =
            Set.of("HR_OFFICER", "HOUSING_OFFICER", "INSPECTOR", "INSPECTION_HEAD", "SUPERVISOR");

    private final MongoTemplate mongo;
    private final Registers registers;
    private final SiteRegister sites;
    private final RuleBook rules;
    private final InsuredStart insuredStart;

    ProjectInsuranceDesk(
            MongoTemplate mongo, Registers registers, SiteRegister sites, RuleBook rules, InsuredStart insuredStart) {
        this.mongo = mongo;
        this.registers = registers;
        this.sites = sites;
        this.rules = rules;
        this.insuredStart = insuredStart;
    }

    Outcome<ProjectInsurance.View> insure(
            String projectId, Money contractPrice, LocalDate from, LocalDate to, CommandContext context) {
        var site = sites.find(projectId);
        if (site.isEmpty()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/project_id", "UNKNOWN_PROJECT"));
        }
        var contractor = site.get().contractorUscc();
        var district = site.get().district();
        if (!mayWrite(contractor, district, context.actor())) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_PROJECT"));
        }
        var current = current(projectId);
        if (current.isPresent() && !current.get().ranOutBefore(from)) {
            return Outcome.duplicate(PATH + '/' + current.get().id(), Reason.of("PROJECT_INSURED"));
        }
        current.ifPresent(old -> registers
                .change(ProjectInsurance.class, old.id(), _ -> true, found -> {
                    found.replaced();
                    return Verdict.granted();
                })
                .orRetry());
        var decision = rules.decide(insuredStart, new InsuredStart.Facts(contractPrice, from, from, to));
        var policy = ProjectInsurance.of(projectId, contractor, district, contractPrice, from, to, decision, context);
        return registers
                .enter(policy, PATH + '/' + policy.id(), _ -> current(projectId)
                        .map(other -> PATH + '/' + other.id())
                        .orElse(PATH))
                .map(ProjectInsurance::view);
    }

    Outcome<ProjectInsurance.View> extend(String id, LocalDate until, CommandContext context) {
        return registers
                .change(
                        ProjectInsurance.class,
                        id,
                        found -> mayWrite(found.contractorUscc(), found.file().district(), context.actor()),
                        found -> found.extend(until, context))
                .map(ProjectInsurance::view);
    }

    Outcome<ProjectInsurance.View> one(String id, Actor actor) {
        return registers
                .find(ProjectInsurance.class, id)
                .filter(found -> found.contractorUscc().equals(actor.creditCode())
                        || actor.hasAny(OFFICERS) && actor.mayActIn(found.file().district()))
                .map(found -> Outcome.done(found.view()))
                .orElseGet(Outcome::notFound);
    }

    Outcome<Page<ProjectInsurance.View>> list(
            @Nullable String projectId, @Nullable String after, @Nullable Integer limit, Actor actor) {
        var wanted = new HashMap<String, @Nullable Object>();
        wanted.put("projectId", projectId);
        if (actor.hasAny(OFFICERS)) {
            wanted.put("file.district", actor.county());
        } else if (actor.creditCode() != null) {
            wanted.put("contractorUscc", actor.creditCode());
        } else {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var page = registers.page(ProjectInsurance.class, ProjectInsurance::id, wanted, after, limit);
        return Outcome.done(Registers.shown(page, ProjectInsurance::view));
    }

    @Override
    public boolean covers(String projectId, LocalDate accidentOn) {
        return mongo.find(Query.query(Criteria.where("projectId").is(projectId)), ProjectInsurance.class).stream()
                .anyMatch(policy -> policy.covers(accidentOn));
    }

    private Optional<ProjectInsurance> current(String projectId) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where("currentOf").is(projectId)), ProjectInsurance.class));
    }

    private static boolean mayWrite(String contractorUscc, @Nullable String district, Actor actor) {
        return contractorUscc.equals(actor.creditCode()) || actor.has("HR_OFFICER") && actor.mayActIn(district);
    }
}
