package cn.sanming.migrant.wage.contract;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.wage.contract.ContractForms.Draft;
import cn.sanming.migrant.wage.contract.ContractForms.Renewal;
import cn.sanming.migrant.wage.contract.ContractForms.Signing;
import cn.sanming.migrant.wage.contract.ContractForms.Termination;
import cn.sanming.migrant.wage.employment.Employment;
import cn.sanming.migrant.wage.employment.EmploymentDesk;
import cn.sanming.migrant.wage.employment.EmploymentDesk.Beginning;
import cn.sanming.migrant.wage.employment.Source;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The window for labour contracts: drafted by the employer, signed by both sides, renewed by both, ended on a legal
/// ground.
@Component
class ContractDesk {

    private static final Set<String> BOTH = Set.of("EMPLOYER", "WORKER");

    private final ContractRegister register;
    private final EmploymentDesk employments;
    private final Dockets dockets;
    private final Docket<LabourContract> docket;

    ContractDesk(Dockets dockets, ContractRegister register, EmploymentDesk employments) {
        this.dockets = dockets;
        this.register = register;
        this.employments = employments;
        this.docket = dockets.declare(LabourContract.class, "LabourContract", "/api/v1/wages/contracts")
                .opens(Draft.class, Set.of("EMPLOYER", "HR_OFFICER"), this::draft)
                .notes(
                        "countersign",
                        BOTH,
                        Signing.class,
                        (contract, signing, act) -> contract.countersign(contract.sideOf(act), signing.signedOn(), act))
                .on(
                        "sign",
                        Signing.class,
                        (contract, signing, act) -> contract.sign(contract.sideOf(act), signing.signedOn(), act))
                .on("void", (contract, _) -> contract.withdraw())
                .notes(
                        "propose_renewal",
                        BOTH,
                        Renewal.class,
                        (contract, terms, act) -> contract.propose(contract.sideOf(act), terms, act))
                .on("renew", (contract, act) -> contract.renew(contract.sideOf(act), act))
                .on("expire", LabourContract::expire)
                .on("terminate", Termination.class, this::terminate)
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

    private Outcome<LabourContract> draft(Draft draft, Act act) {
        var faults = draft.faults();
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        var actor = act.actor();
        if (!draft.employerUscc().equals(actor.creditCode())
                && !(actor.has("HR_OFFICER") && actor.mayActIn(draft.district()))) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_CONTRACT"));
        }
        var open = register.findOpen(draft.personId(), draft.employerUscc());
        if (open.isPresent()) {
            return Outcome.duplicate(docket.path() + '/' + open.get().id(), Reason.of("CONTRACT_OPEN"));
        }
        var employment = employments.ensureOpen(
                new Beginning(
                        draft.personId(),
                        draft.employerUscc(),
                        draft.district(),
                        draft.startOn(),
                        Source.DECLARED,
                        new Employment.Terms(draft.position(), draft.monthlyWage(), draft.payDay())),
                act);
        return Outcome.created(LabourContract.draft(draft, employment.id(), act), "");
    }

    /// The work ends with its contract.
    private Verdict terminate(LabourContract contract, Termination wanted, Act act) {
        var side = contract.sideOf(act);
        var verdict = contract.terminate(side, wanted, act);
        if (verdict instanceof Verdict.Granted) {
            employments.endWithContract(contract.employmentId(), wanted.on(), side.name(), act);
        }
        return verdict;
    }

    /// Fixed terms that have passed.
    void expire(Act act) {
        dockets.sweep(
                docket, List.of(ContractState.ACTIVE), contract -> contract.isOver(act.today()) ? "expire" : null, act);
    }
}
