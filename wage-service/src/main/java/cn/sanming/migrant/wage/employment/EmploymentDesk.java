package cn.sanming.migrant.wage.employment;

import cn.sanming.migrant.platform.jobs.BusinessDay;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.wage.register.Registers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for employments: opened by the employer or by a placement, ended by either side, and looked at when
/// the first month is over.
@Component
public class EmploymentDesk {

    static final String PATH = "/api/v1/wages/employments";
    static final Set<String> OFFICERS =
            Set.of("HR_OFFICER", "HR_HEAD", "INSPECTOR", "INSPECTION_HEAD", "UNION_OFFICER", "SUPERVISOR");
    /// Departments that ask how long somebody has worked.
    static final Set<String> ASKING =
            Set.of("SERVICE", "HOUSING_OFFICER", "EDU_OFFICER", "LEGAL_AID_OFFICER", "ARB_REGISTRAR", "ARBITRATOR");

    private final MongoTemplate mongo;
    private final Registers registers;
    private final RuleBook rules;
    private final SignedContracts contracts;

    /// Who works for whom since when, as somebody says it.
    public record Beginning(
            String personId,
            String employerUscc,
            String district,
            LocalDate startOn,
            Source source,
            Employment.Terms terms) {}

    EmploymentDesk(MongoTemplate mongo, Registers registers, RuleBook rules, SignedContracts contracts) {
        this.mongo = mongo;
        this.registers = registers;
        this.rules = rules;
        this.contracts = contracts;
    }

    Outcome<EmploymentView> begin(Beginning said, CommandContext context) {
        if (!mayWrite(said.employerUscc(), said.district(), context.actor())) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_EMPLOYMENT"));
        }
        var open = findOpen(said.personId(), said.employerUscc());
        if (open.isPresent()) {
            return Outcome.duplicate(path(open.get()), Reason.of("EMPLOYMENT_OPEN"));
        }
        var begun = begun(said, context);
        return registers
                .enter(begun, path(begun), lost -> findOpen(lost.personId(), lost.employerUscc())
                        .map(EmploymentDesk::path)
                        .orElse(path(lost)))
                .map(this::view);
    }

    /// The open employment of these two, made from what is said if there is none; the same again when repeated.
    public Employment ensureOpen(Beginning said, CommandContext context) {
        var open = findOpen(said.personId(), said.employerUscc());
        if (open.isPresent()) {
            return open.get();
        }
        var begun = begun(said, context);
        try {
            return mongo.insert(begun);
        } catch (DuplicateKeyException e) {
            // somebody was first; or it began on that day, has ended since and is only told again
            return findOpen(said.personId(), said.employerUscc())
                    .or(() -> registers.find(Employment.class, begun.id()))
                    .orElseThrow(() -> e);
        }
    }

    private Employment begun(Beginning said, CommandContext context) {
        var due = Dates.addMonths(
                said.startOn(),
                rules.policy().on(said.startOn(), said.district()).integer("wage.contract.sign_months"));
        return Employment.begin(
                said.personId(),
                said.employerUscc(),
                said.district(),
                said.startOn(),
                due,
                said.source(),
                said.terms(),
                context);
    }

    Outcome<EmploymentView> describe(String id, Employment.Terms terms, CommandContext context) {
        return registers
                .change(Employment.class, id, found -> mayWrite(found, context.actor()), found -> found.describe(terms))
                .map(this::view);
    }

    public Outcome<EmploymentView> end(String id, LocalDate lastDay, CommandContext context) {
        var actor = context.actor();
        return registers
                .change(
                        Employment.class,
                        id,
                        found -> mayWrite(found, actor) || found.personId().equals(actor.workerId()),
                        found -> found.end(lastDay, actor.workerId() == null ? "EMPLOYER" : "WORKER", context))
                .map(this::view);
    }

    /// A contract ended and the work with it; what has ended already stays as it is.
    public void endWithContract(String id, LocalDate lastDay, String role, CommandContext context) {
        registers
                .change(
                        Employment.class,
                        id,
                        _ -> true,
                        found -> found.file().is(EmploymentState.OPEN)
                                ? found.end(lastDay, role, context)
                                : Verdict.granted())
                .orRetry();
    }

    public Optional<Employment> findOpen(String personId, String employerUscc) {
        return Optional.ofNullable(mongo.findOne(
                Query.query(Criteria.where("openKey").is(Employment.key(personId, employerUscc))), Employment.class));
    }

    public Outcome<EmploymentView> one(String id, Actor actor) {
        return registers
                .find(Employment.class, id)
                .filter(found -> mayRead(found, actor))
                .map(found -> Outcome.done(view(found)))
                .orElseGet(Outcome::notFound);
    }

    /// All employments of a person, oldest first: what proves years of work (工作年限).
    Outcome<List<EmploymentView>> ofPerson(String personId, Actor actor) {
        if (!personId.equals(actor.workerId()) && !actor.hasAny(OFFICERS) && !actor.hasAny(ASKING)) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE").required(ASKING, actor.roles()));
        }
        var found = mongo.find(
                Query.query(Criteria.where("personId").is(personId)).with(Sort.by("startOn", "_id")), Employment.class);
        return Outcome.done(found.stream().map(this::view).toList());
    }

    Outcome<Page<EmploymentView>> list(
            @Nullable String employerUscc,
            @Nullable String state,
            @Nullable String after,
            @Nullable Integer limit,
            Actor actor) {
        var wanted = new HashMap<String, @Nullable Object>();
        if (actor.hasAny(OFFICERS)) {
            wanted.put("file.district", actor.county());
            wanted.put("employerUscc", employerUscc);
        } else if (actor.creditCode() != null) {
            wanted.put("employerUscc", actor.creditCode());
        } else if (actor.workerId() != null) {
            wanted.put("personId", actor.workerId());
        } else {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        wanted.put("file.state", state);
        return Outcome.done(
                Registers.shown(registers.page(Employment.class, Employment::id, wanted, after, limit), this::view));
    }

    /// Looks at an employment whose contract was due before this day.
    void look(String id, BusinessDay day) {
        registers
                .find(Employment.class, id)
                .filter(employment -> employment.isWatchedBefore(day.date()))
                .ifPresent(employment -> {
                    employment.look(signedOn(employment), day.context());
                    mongo.save(employment);
                });
    }

    private EmploymentView view(Employment employment) {
        return EmploymentView.of(employment, signedOn(employment));
    }

    private @Nullable LocalDate signedOn(Employment employment) {
        return contracts.signedOn(employment.id()).orElse(null);
    }

    private static boolean mayWrite(String employerUscc, @Nullable String district, Actor actor) {
        return employerUscc.equals(actor.creditCode()) || actor.has("HR_OFFICER") && actor.mayActIn(district);
    }

    private static boolean mayWrite(Employment employment, Actor actor) {
        return mayWrite(employment.employerUscc(), employment.file().district(), actor);
    }

    private static boolean mayRead(Employment employment, Actor actor) {
        return mayWrite(employment, actor)
                || employment.personId().equals(actor.workerId())
                || actor.has("SERVICE")
                || actor.hasAny(OFFICERS) && actor.mayActIn(employment.file().district());
    }

    private static String path(Employment employment) {
        return PATH + '/' + employment.id();
    }
}
