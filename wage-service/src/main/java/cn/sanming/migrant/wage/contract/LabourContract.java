package cn.sanming.migrant.wage.contract;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A written labour contract (书面劳动合同) between one worker and one employer; 劳动合同法 art. 10, 16, 17. It stands when
/// both sides have signed.
@Document("labour_contracts")
@CompoundIndex(def = "{'file.state': 1, 'endsOn': 1}")
final class LabourContract implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String employmentId;

    @Indexed
    private final String personId;

    @Indexed
    private final String employerUscc;

    private final LocalDate startOn;
    private final @Nullable Integer probationMonths;
    private final @Nullable Integer payDay;
    private final @Nullable String position;

    private ContractTerm term;
    private @Nullable LocalDate endsOn;
    private Money monthlyWage;
    private Signatures signatures = Signatures.NONE;
    private @Nullable LocalDate signedOn;
    private @Nullable Proposal proposal;
    private List<LocalDate> renewedOn = new ArrayList<>();
    private @Nullable TerminationGround ground;
    private @Nullable LocalDate endedOn;

    /// Person and employer while the contract is drafted or in force: there is one at a time.
    @Indexed(unique = true, sparse = true)
    private @Nullable String openKey;

    /// New terms, and who has agreed to them.
    record Proposal(ContractTerm term, @Nullable LocalDate endsOn, Money monthlyWage, Signatures signatures) {}

    LabourContract(
            String id,
            CaseFile file,
            String employmentId,
            String personId,
            String employerUscc,
            LocalDate startOn,
            @Nullable Integer probationMonths,
            @Nullable Integer payDay,
            @Nullable String position,
            ContractTerm term,
            @Nullable LocalDate endsOn,
            Money monthlyWage) {
        this.id = id;
        this.file = file;
        this.employmentId = employmentId;
        this.personId = personId;
        this.employerUscc = employerUscc;
        this.startOn = startOn;
        this.probationMonths = probationMonths;
        this.payDay = payDay;
        this.position = position;
        this.term = term;
        this.endsOn = endsOn;
        this.monthlyWage = monthlyWage;
    }

    static LabourContract draft(ContractForms.Draft draft, String employmentId, CommandContext context) {
        var id = Ids.next("lc");
        var contract = new LabourContract(
                id,
                CaseFile.opened(id, ContractState.DRAFT, draft.district(), context),
                employmentId,
                draft.personId(),
                draft.employerUscc(),
                draft.startOn(),
                draft.probationMonths(),
                draft.payDay(),
                draft.position(),
                draft.term(),
                draft.endsOn(),
                draft.monthlyWage());
        contract.openKey = key(draft.personId(), draft.employerUscc());
        return contract;
    }

    static String key(String personId, String employerUscc) {
        return personId + '|' + employerUscc;
    }

    /// Which side somebody stands on, by what their token proves.
    Side sideOf(CommandContext context) {
        return personId.equals(context.actor().workerId()) ? Side.WORKER : Side.EMPLOYER;
    }

    /// The first signature, which does not move the contract yet.
    Verdict countersign(Side side, @Nullable LocalDate on, CommandContext context) {
        return Verdict.guards()
                .require(file.is(ContractState.DRAFT), "CONTRACT_NOT_DRAFT")
                .require(
                        on == null || !on.isAfter(context.today()),
                        Reason.of("SIGNED_IN_THE_FUTURE").required(context.today(), on))
                .then(() -> signatures = signatures.with(side, on, context));
    }

    /// The second signature. It counts only when the first is there.
    Verdict sign(Side side, @Nullable LocalDate on, CommandContext context) {
        var both = signatures.with(side, on, context);
        var missing = both.missing(context.today());
        if (!missing.isEmpty()) {
            return new Verdict.Refused(new Refusal(Refusal.Kind.GUARD_FAILED, missing, null));
        }
        signatures = both;
        signedOn = both.signedOn(context.today());
        file.record(new ContractSigned(id, personId, employerUscc, startOn, signedOn, term), context);
        return Verdict.granted();
    }

    /// One side puts new terms on the table and signs them; a new proposal replaces the old one.
    Verdict propose(Side side, ContractForms.Renewal terms, CommandContext context) {
        var guards = Verdict.guards().require(file.is(ContractState.ACTIVE), "CONTRACT_NOT_ACTIVE");
        ContractForms.termFaults(terms.term(), startOn, terms.endsOn()).forEach(fault -> guards.require(false, fault));
        return guards.then(() -> {
            var wage = terms.monthlyWage() == null ? monthlyWage : terms.monthlyWage();
            proposal = new Proposal(terms.term(), terms.endsOn(), wage, Signatures.NONE.with(side, null, context));
        });
    }

    /// The other side agrees to the new terms (续订).
    Verdict renew(Side side, CommandContext context) {
        var open = proposal;
        if (open == null) {
            return Verdict.guardFailed("NO_RENEWAL_PROPOSED");
        }
        var missing = open.signatures().with(side, null, context).missing(context.today());
        if (!missing.isEmpty()) {
            return new Verdict.Refused(new Refusal(Refusal.Kind.GUARD_FAILED, missing, null));
        }
        term = open.term();
        endsOn = open.endsOn();
        monthlyWage = open.monthlyWage();
        renewedOn.add(context.today());
        proposal = null;
        return Verdict.granted();
    }

    Verdict withdraw() {
        openKey = null;
        return Verdict.granted();
    }

    /// @return whether the fixed term has passed; its last day still belongs to it
    boolean isOver(LocalDate today) {
        return endsOn != null && today.isAfter(endsOn);
    }

    Verdict expire(CommandContext context) {
        return Verdict.guards()
                .require(isOver(context.today()), Reason.of("TERM_NOT_OVER").required(endsOn, context.today()))
                .then(() -> close(endsOn));
    }

    Verdict terminate(Side side, ContractForms.Termination wanted, CommandContext context) {
        return Verdict.guards()
                .require(
                        wanted.ground().openTo(side),
                        Reason.of("GROUND_NOT_OPEN_TO_THIS_SIDE")
                                .clause("劳动合同法 art. 36-41")
                                .required(side.other(), side))
                .require(
                        !wanted.on().isBefore(startOn),
                        Reason.of("END_BEFORE_START").required(startOn, wanted.on()))
                .require(
                        !wanted.on().isAfter(context.today()),
                        Reason.of("END_IN_THE_FUTURE").required(context.today(), wanted.on()))
                .then(() -> {
                    ground = wanted.ground();
                    close(wanted.on());
                });
    }

    private void close(@Nullable LocalDate on) {
        endedOn = on;
        openKey = null;
        proposal = null;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String employmentId() {
        return employmentId;
    }

    String personId() {
        return personId;
    }

    String employerUscc() {
        return employerUscc;
    }

    LocalDate startOn() {
        return startOn;
    }

    @Nullable
    LocalDate signedOn() {
        return signedOn;
    }

    ContractView view() {
        return new ContractView(
                id,
                file.state(),
                file.district(),
                employmentId,
                personId,
                employerUscc,
                position,
                startOn,
                term,
                endsOn,
                probationMonths,
                monthlyWage,
                payDay,
                new ContractView.Signed(signatures.employer() != null, signatures.worker() != null),
                signedOn,
                proposal == null
                        ? null
                        : new ContractView.Renewal(
                                proposal.term(),
                                proposal.endsOn(),
                                proposal.monthlyWage(),
                                new ContractView.Signed(
                                        proposal.signatures().employer() != null,
                                        proposal.signatures().worker() != null)),
                List.copyOf(renewedOn),
                ground,
                endedOn);
    }
}
