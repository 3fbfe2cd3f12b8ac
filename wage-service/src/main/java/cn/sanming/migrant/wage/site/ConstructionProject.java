package cn.sanming.migrant.wage.site;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A construction project (工程建设项目) from registration to settlement: it does not start before the wages are safe;
/// 支付条例 art. 24 to 34.
@Document("construction_projects")
public final class ConstructionProject implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    private final Terms terms;

    @Indexed
    private List<String> subcontractors;

    private List<Cover> covers;

    private @Nullable LabourOfficer labourOfficer;

    private @Nullable NoticeBoard noticeBoard;

    private @Nullable LocalDate startedOn;

    private @Nullable LocalDate completedOn;

    private @Nullable LocalDate settledOn;

    private @Nullable LocalDate ledgerRetainUntil;

    /// What the construction contract says.
    ///
    /// @param labourCostPerMonth the labour-cost part (人工费) the owner pays every month
    public record Terms(
            String name,
            String address,
            @Indexed String ownerUscc,
            @Indexed String contractorUscc,
            @Indexed Industry industry,
            boolean governmentFunded,
            Money contractPrice,
            LocalDate contractSignedOn,
            int durationMonths,
            Money labourCostPerMonth) {}

    /// Work-injury insurance of the whole project (按项目参加工伤保险), as an event told us.
    public record Cover(String policyId, LocalDate from, LocalDate to) {}

    /// What must stand before work starts and is kept elsewhere.
    ///
    /// @param insured rule PROJECT_INSURANCE allows the start
    record Readiness(boolean accountOpen, boolean depositInOrder, boolean insured) {}

    ConstructionProject(String id, CaseFile file, Terms terms, List<String> subcontractors, List<Cover> covers) {
        this.id = id;
        this.file = file;
        this.terms = terms;
        this.subcontractors = subcontractors;
        this.covers = covers;
    }

    static ConstructionProject registered(
            Terms terms, List<String> subcontractors, String district, CommandContext context) {
        var id = idOf(terms);
        return new ConstructionProject(
                id,
                CaseFile.opened(id, ProjectState.REGISTERED, district, context),
                terms,
                List.copyOf(subcontractors),
                List.of());
    }

    /// The one project of this name, these parties and this contract.
    static String idOf(Terms terms) {
        return Ids.of(
                "pj",
                terms.name(),
                terms.ownerUscc(),
                terms.contractorUscc(),
                terms.contractSignedOn().toString());
    }

    Verdict start(Readiness readiness, CommandContext context) {
        return Verdict.guards()
                .require(readiness.accountOpen(), Reason.of("SPECIAL_ACCOUNT").clause("支付条例 art. 26"))
                .require(readiness.depositInOrder(), Reason.of("DEPOSIT").clause("支付条例 art. 32"))
                .require(noticeBoardComplete(), board())
                .require(labourOfficer != null, Reason.of("LABOUR_OFFICER").clause("支付条例 art. 28"))
                .require(readiness.insured(), Reason.of("PROJECT_NOT_INSURED").clause("工伤保险: 先参保、再开工"))
                .then(() -> started(context));
    }

    private Reason board() {
        var reason = Reason.of("NOTICE_BOARD").clause("支付条例 art. 34");
        return noticeBoard == null ? reason : reason.required("all items", "missing " + noticeBoard.missing());
    }

    private void started(CommandContext context) {
        startedOn = context.today();
        var district = file.district();
        file.record(
                new ProjectStarted(
                        id,
                        terms.name(),
                        district == null ? "" : district,
                        terms.ownerUscc(),
                        terms.contractorUscc(),
                        terms.contractPrice(),
                        terms.industry(),
                        context.today()),
                context);
    }

    Verdict complete(CommandContext context) {
        completedOn = context.today();
        return Verdict.granted();
    }

    /// Final settlement (竣工结算): nothing may be owed; from now on the ledger is kept for the years of art. 28.
    Verdict settle(int unpaidPayrolls, boolean arrears, LocalDate retainUntil, CommandContext context) {
        return Verdict.guards()
                .require(
                        unpaidPayrolls == 0 && !arrears,
                        Reason.of("WAGES_NOT_PAID").clause("支付条例 art. 28").required(0, unpaidPayrolls))
                .then(() -> {
                    settledOn = context.today();
                    ledgerRetainUntil = retainUntil;
                });
    }

    Verdict name(LabourOfficer officer) {
        return whileOpen(() -> labourOfficer = officer);
    }

    Verdict check(NoticeBoard board, LocalDate today) {
        return Verdict.guards()
                .require(!file.is(ProjectState.SETTLED), "PROJECT_SETTLED")
                .require(!board.checkedOn().isAfter(today), "CHECKED_IN_THE_FUTURE")
                .then(() -> noticeBoard = board);
    }

    Verdict subcontract(String uscc) {
        return whileOpen(() -> {
            if (!subcontractors.contains(uscc)) {
                var more = new ArrayList<>(subcontractors);
                more.add(uscc);
                subcontractors = more;
            }
        });
    }

    private Verdict whileOpen(Runnable effect) {
        return Verdict.guards()
                .require(!file.is(ProjectState.SETTLED), "PROJECT_SETTLED")
                .then(effect);
    }

    /// Takes over a policy, or its extension under the same number.
    ///
    /// @return whether that is news
    boolean insure(Cover cover) {
        if (covers.contains(cover)) {
            return false;
        }
        var others = new ArrayList<>(covers);
        others.removeIf(known -> known.policyId().equals(cover.policyId()));
        others.add(cover);
        covers = others;
        return true;
    }

    public boolean involves(@Nullable String uscc) {
        return uscc != null && (terms.contractorUscc().equals(uscc) || subcontractors.contains(uscc));
    }

    public boolean noticeBoardComplete() {
        return noticeBoard != null && noticeBoard.complete();
    }

    public boolean labourOfficerNamed() {
        return labourOfficer != null;
    }

    public boolean is(ProjectState... states) {
        return file.is(states);
    }

    Site site() {
        return new Site(
                id,
                file.district(),
                terms.ownerUscc(),
                terms.contractorUscc(),
                subcontractors,
                terms.industry(),
                ProjectState.valueOf(file.state()));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    public Terms terms() {
        return terms;
    }

    public List<String> subcontractors() {
        return subcontractors;
    }

    public List<Cover> covers() {
        return covers;
    }

    @Nullable
    LabourOfficer labourOfficer() {
        return labourOfficer;
    }

    @Nullable
    NoticeBoard noticeBoard() {
        return noticeBoard;
    }

    public @Nullable LocalDate startedOn() {
        return startedOn;
    }

    public @Nullable LocalDate completedOn() {
        return completedOn;
    }

    @Nullable
    LocalDate settledOn() {
        return settledOn;
    }

    @Nullable
    LocalDate ledgerRetainUntil() {
        return ledgerRetainUntil;
    }
}
