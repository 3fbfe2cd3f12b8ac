package cn.sanming.migrant.wage.contract;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.wage.contract.ContractForms.Draft;
import cn.sanming.migrant.wage.contract.ContractForms.Renewal;
import cn.sanming.migrant.wage.contract.ContractForms.Signing;
import cn.sanming.migrant.wage.contract.ContractForms.Termination;
import cn.sanming.migrant.wage.employment.Employment;
import cn.sanming.migrant.wage.employment.EmploymentDesk;
import cn.sanming.migrant.wage.employment.EmploymentDesk.Beginning;
import cn.sanming.migrant.wage.employment.Source;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The window for labour contracts: drafted by the employer, signed by both sides, renewed by both, ended on a
/// legal ground.
@Component
class ContractDesk {

    static final Command<LabourContract, Draft> OPEN = Command.of("openLabourContract", Draft.class);
    static final Command<LabourContract, Signing> COUNTERSIGN = Command.of("countersignLabourContract", Signing.class);
    static final Command<LabourContract, Signing> SIGN = Command.of("signLabourContract", Signing.class);
    static final Command<LabourContract, Command.Nothing> VOID = Command.of("voidLabourContract");
    static final Command<LabourContract, Renewal> PROPOSE_RENEWAL =
            Command.of("proposeRenewalLabourContract", Renewal.class);
    static final Command<LabourContract, Command.Nothing> RENEW = Command.of("renewLabourContract");
    static final Command<LabourContract, Command.Nothing> EXPIRE = Command.of("expireLabourContract");
    static final Command<LabourContract, Termination> TERMINATE =
            Command.of("terminateLabourContract", Termination.class);

    private static final Set<String> BOTH = Set.of("EMPLOYER", "WORKER");

    private final ContractRegister register;
    private final EmploymentDesk employments;
    private final Cases cases;
    private final CaseDefinition<LabourContract> definition;

    ContractDesk(Cases cases, ContractRegister register, EmploymentDesk employments) {
        this.cases = cases;
        this.register = register;
        this.employments = employments;
        this.definition = cases.define(LabourContract.class, "LabourContract", "/api/v1/wages/contracts")
                .opens(OPEN, Set.of("EMPLOYER", "HR_OFFICER"), this::draft)
                .notes(
                        COUNTERSIGN,
                        BOTH,
                        (contract, signing, context) ->
                                contract.countersign(contract.sideOf(context), signing.signedOn(), context))
                .on(
                        SIGN,
                        (contract, signing, context) ->
                                contract.sign(contract.sideOf(context), signing.signedOn(), context))
                .on(VOID, (contract, _) -> contract.withdraw())
                .notes(
                        PROPOSE_RENEWAL,
                        BOTH,
                        (contract, terms, context) -> contract.propose(contract.sideOf(context), terms, context))
                .on(RENEW, (contract, context) -> contract.renew(contract.sideOf(context), context))
                .on(EXPIRE, LabourContract::expire)
                .on(TERMINATE, this::terminate)
                .firm("EMPLOYER", "employerUscc", LabourContract::employerUscc)
                .person("WORKER", "personId", LabourContract::personId)
                .readableBy(
                        "HR_OFFICER",
                        "HR_HEAD",
                        "INSPECTOR",
                        "INSPECTION_HEAD",
                        "UNION_OFFICER",
                        "ARBITRATOR",
                        "SERVICE")
                .filter("person_id", "personId")
                .filter("employer_uscc", "employerUscc")
                .filter("employment_id", "employmentId")
                .shownAs(ContractView.class, LabourContract::view);
    }

    private Outcome<LabourContract> draft(Draft draft, CommandContext context) {
        var faults = draft.faults();
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        var actor = context.actor();
        if (!draft.employerUscc().equals(actor.creditCode())
                && !(actor.has("HR_OFFICER") && actor.mayActIn(draft.district()))) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_CONTRACT"));
        }
        var open = register.findOpen(draft.personId(), draft.employerUscc());
        if (open.isPresent()) {
            return Outcome.duplicate(definition.path() + '/' + open.get().id(), Reason.of("CONTRACT_OPEN"));
        }
        var employment = employments.ensureOpen(
                new Beginning(
                        draft.personId(),
                        draft.employerUscc(),
                        draft.district(),
                        draft.startOn(),
                        Source.DECLARED,
                        new Employment.Terms(draft.position(), draft.monthlyWage(), draft.payDay())),
                context);
        return Outcome.created(LabourContract.draft(draft, employment.id(), context), "");
    }

    /// The work ends with its contract.
    private Verdict terminate(LabourContract contract, Termination wanted, CommandContext context) {
        var side = contract.sideOf(context);
        var verdict = contract.terminate(side, wanted, context);
        if (verdict instanceof Verdict.Granted) {
            employments.endWithContract(contract.employmentId(), wanted.on(), side.name(), context);
        }
        return verdict;
    }

    /// A fixed term that has passed.
    Outcome<LabourContract> expire(String id, CommandContext context) {
        return cases.fire(id, EXPIRE, context);
    }
}
