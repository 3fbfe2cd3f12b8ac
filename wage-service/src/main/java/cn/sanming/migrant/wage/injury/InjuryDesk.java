package cn.sanming.migrant.wage.injury;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.wage.injury.InjuryForms.Acceptance;
import cn.sanming.migrant.wage.injury.InjuryForms.Missing;
import cn.sanming.migrant.wage.injury.InjuryForms.Report;
import cn.sanming.migrant.wage.injury.InjuryForms.Supplied;
import cn.sanming.migrant.wage.injury.InjuryForms.Suspension;
import cn.sanming.migrant.wage.insurance.ProjectCover;
import cn.sanming.migrant.wage.register.Codes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The window for work injuries: reported by the employer, the worker, a relative or the union; decided by an officer.
@Component
class InjuryDesk {

    static final Command<InjuryRecognition, Report> OPEN = Command.of("openInjuryRecognition", Report.class);
    static final Command<InjuryRecognition, Missing> REQUEST_MATERIAL =
            Command.of("requestMaterialInjuryRecognition", Missing.class);
    static final Command<InjuryRecognition, Supplied> SUPPLY = Command.of("supplyInjuryRecognition", Supplied.class);
    static final Command<InjuryRecognition, Acceptance> ACCEPT =
            Command.of("acceptInjuryRecognition", Acceptance.class);
    static final Command<InjuryRecognition, Command.Because> REFUSE = Command.because("refuseInjuryRecognition");
    static final Command<InjuryRecognition, Suspension> SUSPEND =
            Command.of("suspendInjuryRecognition", Suspension.class);
    static final Command<InjuryRecognition, Command.Nothing> RESUME = Command.of("resumeInjuryRecognition");
    static final Command<InjuryRecognition, Command.Nothing> RECOGNISE = Command.of("recogniseInjuryRecognition");
    static final Command<InjuryRecognition, Command.Because> DENY = Command.because("denyInjuryRecognition");

    private static final Set<String> REPORTING =
            Set.of("EMPLOYER", "WORKER", "GUARDIAN", "UNION_OFFICER", "HR_OFFICER");

    private final InjuryRegister register;
    private final ProjectCover cover;
    private final RuleBook rules;
    private final CaseDefinition<InjuryRecognition> definition;

    InjuryDesk(Cases cases, InjuryRegister register, ProjectCover cover, RuleBook rules) {
        this.register = register;
        this.cover = cover;
        this.rules = rules;
        this.definition = cases.define(InjuryRecognition.class, "InjuryRecognition", "/api/v1/wages/injuries")
                .opens(OPEN, REPORTING, this::submit)
                .on(REQUEST_MATERIAL, (injury, missing, _) -> injury.requestMaterial(missing))
                .on(SUPPLY, (injury, supplied, _) -> injury.supply(supplied.items()))
                .on(
                        ACCEPT,
                        (injury, acceptance, context) -> injury.accept(acceptance, deadlines(injury.facts()), context))
                .on(REFUSE, (injury, _, _) -> injury.refuse())
                .on(SUSPEND, (injury, suspension, context) -> injury.suspend(suspension.awaiting(), context))
                .on(RESUME, InjuryRecognition::resume)
                .on(RECOGNISE, InjuryRecognition::recognise)
                .on(DENY, (injury, _, context) -> injury.deny(context))
                .firm("APPLICANT", "applicant.uscc", injury -> injury.applicant()
                        .uscc())
                .person("APPLICANT", "applicant.personId", injury -> injury.applicant()
                        .personId())
                .unit("APPLICANT", "applicant.unit", injury -> injury.applicant()
                        .unit())
                .firm("EMPLOYER", "employerUscc", InjuryRecognition::employerUscc)
                .person("WORKER", "personId", InjuryRecognition::personId)
                .readableBy("HR_HEAD", "UNION_OFFICER", "LEGAL_AID_OFFICER", "SERVICE")
                .filter("person_id", "personId")
                .filter("employer_uscc", "employerUscc")
                .shownAs(InjuryView.class, this::view);
    }

    private Outcome<InjuryRecognition> submit(Report report, CommandContext context) {
        var faults = Codes.faults(report.employerUscc(), report.district());
        if (report.accidentOn().isAfter(context.today())) {
            faults.add(Reason.at("/accident_on", "DATE_IN_THE_FUTURE").required(context.today(), report.accidentOn()));
        }
        if (!faults.isEmpty()) {
            return Codes.refused(faults);
        }
        var applicant = applicant(report, context.actor());
        if (applicant.isEmpty()) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE,
                    Reason.of("NOT_ENTITLED_TO_APPLY")
                            .clause("工伤保险条例 art. 17")
                            .required(report.applicant(), context.actor().roles()));
        }
        var deadlines = deadlines(new InjuryDeadlines.Facts(report.accidentOn(), null, null));
        // a late employer is stopped by everybody's request, the worker by no late employer's
        var keys = List.of(
                InjuryRecognition.key(report.personId(), report.accidentOn()),
                InjuryRecognition.keyOf(report, applicant.get(), deadlines, context.today()));
        var other = register.live(keys);
        if (other.isPresent()) {
            return Outcome.duplicate(definition.path() + '/' + other.get().id(), Reason.of("INJURY_REPORTED"));
        }
        return Outcome.created(InjuryRecognition.submit(report, applicant.get(), deadlines, context), "");
    }

    /// Who applies must be who they say; an officer takes in an application on paper for anybody of the county.
    private static Optional<Applicant> applicant(Report report, Actor actor) {
        boolean atTheWindow = actor.has("HR_OFFICER") && actor.mayActIn(report.district());
        var kind = report.applicant();
        var found =
                switch (kind) {
                    case EMPLOYER ->
                        atTheWindow || report.employerUscc().equals(actor.creditCode())
                                ? new Applicant(kind, report.employerUscc(), null, null)
                                : null;
                    case WORKER ->
                        atTheWindow || report.personId().equals(actor.workerId())
                                ? new Applicant(kind, null, report.personId(), null)
                                : null;
                    case RELATIVE ->
                        atTheWindow
                                        || actor.workerId() != null
                                                && !actor.workerId().equals(report.personId())
                                ? new Applicant(
                                        kind,
                                        null,
                                        Objects.requireNonNullElse(actor.workerId(), report.personId()),
                                        null)
                                : null;
                    case UNION ->
                        atTheWindow
                                        || actor.has("UNION_OFFICER")
                                                && actor.unit() != null
                                                && actor.mayActIn(report.district())
                                ? new Applicant(kind, null, null, actor.unit())
                                : null;
                };
        return Optional.ofNullable(found);
    }

    private InjuryDeadlines.Finding deadlines(InjuryDeadlines.Facts facts) {
        return InjuryDeadlines.provisional(facts, rules.context());
    }

    private InjuryView view(InjuryRecognition injury) {
        var project = injury.projectId();
        var covered = project == null ? null : cover.covers(project, injury.accidentOn());
        return injury.view(deadlines(injury.facts()), covered);
    }
}
