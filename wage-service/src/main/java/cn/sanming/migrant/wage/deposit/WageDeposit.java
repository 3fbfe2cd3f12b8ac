package cn.sanming.migrant.wage.deposit;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.wage.policy.DepositRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// The wage deposit of one project (工资保证金), with the decision on its rate as it was made; 支付条例 art. 32.
@Document("wage_deposits")
final class WageDeposit implements CaseAggregate {

    private static final String CLAUSE = "支付条例 art. 32";

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed(unique = true)
    private final String projectId;

    @Indexed
    private final String contractorUscc;

    private DepositRate.Facts facts;

    private Decision<DepositRate.Finding> decision;

    private @Nullable Lodging lodging;

    private List<Drawing> drawings;

    private @Nullable LocalDate objectionUntil;

    private @Nullable LocalDate releasedOn;

    /// @param evidence number of the receipt, guarantee or policy
    record Lodging(DepositForm form, Money amount, String evidence, LocalDate on) {}

    WageDeposit(
            String id,
            CaseFile file,
            String projectId,
            String contractorUscc,
            DepositRate.Facts facts,
            Decision<DepositRate.Finding> decision,
            List<Drawing> drawings) {
        this.id = id;
        this.file = file;
        this.projectId = projectId;
        this.contractorUscc = contractorUscc;
        this.facts = facts;
        this.decision = decision;
        this.drawings = drawings;
    }

    static WageDeposit due(
            String projectId,
            String contractorUscc,
            DepositRate.Facts facts,
            Decision<DepositRate.Finding> decision,
            @Nullable String district,
            CommandContext context) {
        var id = idOf(projectId);
        return new WageDeposit(
                id,
                CaseFile.opened(id, DepositState.DUE, district, context),
                projectId,
                contractorUscc,
                facts,
                decision,
                List.of());
    }

    static String idOf(String projectId) {
        return Ids.of("wd", projectId);
    }

    /// The office corrects what the contractor said of its past, while nothing is lodged yet.
    Verdict reassess(DepositRate.Facts corrected, Decision<DepositRate.Finding> again) {
        return Verdict.guards()
                .require(file.is(DepositState.DUE), "DEPOSIT_NOT_DUE")
                .then(() -> {
                    facts = corrected;
                    decision = again;
                });
    }

    Verdict lodge(DepositForm form, Money amount, String evidence, CommandContext context) {
        return Verdict.guards()
                .require(!finding().exempt(), Reason.of("EXEMPT_BY_RULE").clause(CLAUSE))
                .require(
                        amount.atLeast(finding().amount()),
                        Reason.of("AMOUNT_TOO_LOW")
                                .clause(CLAUSE)
                                .required(finding().amount(), amount))
                .then(() -> lodging = new Lodging(form, amount, evidence, context.today()));
    }

    Verdict exempt() {
        return Verdict.guards()
                .require(
                        finding().exempt(),
                        Reason.of("NOT_EXEMPT")
                                .clause(CLAUSE)
                                .required("an exemption", finding().basis()))
                .verdict();
    }

    /// Uses the deposit for an order to pay that was defaulted.
    ///
    /// @param outstanding what the order still lacks
    Verdict draw(
            String orderId,
            Money amount,
            Money outstanding,
            LocalDate payBy,
            LocalDate topupBy,
            CommandContext context) {
        return Verdict.guards()
                .require(amount.isPositive(), "AMOUNT_NOT_POSITIVE")
                .require(
                        amount.atMost(outstanding),
                        Reason.of("MORE_THAN_OUTSTANDING").required(outstanding, amount))
                .require(amount.atMost(left()), Reason.of("DEPOSIT_TOO_LOW").required(amount, left()))
                .then(() -> {
                    var more = new ArrayList<>(drawings);
                    more.add(new Drawing(orderId, amount, context.today(), payBy, topupBy, null));
                    drawings = more;
                    file.record(
                            new DepositDrawn(id, projectId, contractorUscc, amount, context.today(), topupBy), context);
                });
    }

    /// Filling it up late is a breach (art. 55), but it is taken.
    Verdict topUp(Money amount, CommandContext context) {
        var missing = Money.sum(drawings.stream().filter(Drawing::open).map(Drawing::amount));
        return Verdict.guards()
                .require(
                        amount.atLeast(missing),
                        Reason.of("TOPUP_TOO_LOW").clause(CLAUSE).required(missing, amount))
                .then(() -> drawings = drawings.stream()
                        .map(drawing -> drawing.toppedUp(context.today()))
                        .toList());
    }

    Verdict publiciseRelease(boolean completed, boolean arrears, LocalDate until) {
        return releasable(completed, arrears).then(() -> objectionUntil = until);
    }

    Verdict release(boolean completed, boolean arrears, CommandContext context) {
        return releasable(completed, arrears)
                .require(
                        objectionUntil != null && context.today().isAfter(objectionUntil),
                        Reason.of("PUBLICITY_NOT_OVER").clause(CLAUSE).required(objectionUntil, context.today()))
                .then(() -> releasedOn = context.today());
    }

    private static Verdict.Guards releasable(boolean completed, boolean arrears) {
        return Verdict.guards()
                .require(completed, Reason.of("PROJECT_NOT_COMPLETED").clause(CLAUSE))
                .require(!arrears, Reason.of("OPEN_ARREARS").clause(CLAUSE));
    }

    Money drawnFor(String orderId) {
        return Money.sum(drawings.stream()
                .filter(drawing -> drawing.orderId().equals(orderId))
                .map(Drawing::amount));
    }

    /// What can be drawn now.
    Money left() {
        var lodged = lodging == null ? Money.ZERO : lodging.amount();
        return lodged.minusOrZero(
                Money.sum(drawings.stream().filter(Drawing::open).map(Drawing::amount)));
    }

    DepositRate.Finding finding() {
        return decision.result();
    }

    boolean is(DepositState... states) {
        return file.is(states);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String projectId() {
        return projectId;
    }

    String contractorUscc() {
        return contractorUscc;
    }

    DepositRate.Facts facts() {
        return facts;
    }

    Decision<DepositRate.Finding> decision() {
        return decision;
    }

    @Nullable
    Lodging lodging() {
        return lodging;
    }

    List<Drawing> drawings() {
        return drawings;
    }

    @Nullable
    LocalDate objectionUntil() {
        return objectionUntil;
    }

    @Nullable
    LocalDate releasedOn() {
        return releasedOn;
    }
}
