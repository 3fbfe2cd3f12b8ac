package cn.sanming.migrant.wage.deposit;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.wage.policy.DepositRate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A deposit with the decision behind it: which rate, why, by which figures of which date.
record DepositView(
        String id,
        String state,
        String projectId,
        String contractorUscc,
        String ratePercent,
        Money amount,
        DepositRate.Basis basis,
        DepositRate.Facts facts,
        Decision<DepositRate.Finding> decision,
        WageDeposit.@Nullable Lodging lodging,
        Money available,
        List<Drawing> drawings,
        @Nullable LocalDate objectionUntil,
        @Nullable LocalDate releasedOn) {

    static DepositView of(WageDeposit deposit) {
        var finding = deposit.finding();
        return new DepositView(
                deposit.id(),
                deposit.file().state(),
                deposit.projectId(),
                deposit.contractorUscc(),
                finding.ratePercent(),
                finding.amount(),
                finding.basis(),
                deposit.facts(),
                deposit.decision(),
                deposit.lodging(),
                deposit.left(),
                deposit.drawings(),
                deposit.objectionUntil(),
                deposit.releasedOn());
    }
}
