package cn.sanming.migrant.wage.account;

import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A special account as the owner, the general contractor, the bank and the officers see it.
record AccountView(
        String id,
        String state,
        @JsonUnwrapped SpecialAccount.Terms terms,
        Money balance,
        List<FundedMonth> monthly,
        @Nullable LocalDate openedOn,
        boolean openedLate,
        @Nullable String agreement,
        @Nullable LocalDate fileBy,
        @Nullable LocalDate filedOn,
        @Nullable LocalDate objectionUntil,
        @Nullable LocalDate closedOn) {

    static AccountView of(SpecialAccount account) {
        var opened = account.openedOn();
        return new AccountView(
                account.id(),
                account.file().state(),
                account.terms(),
                account.balance(),
                account.months(),
                opened,
                opened != null && opened.isAfter(account.terms().openBy()),
                account.agreement(),
                account.fileBy(),
                account.filedOn(),
                account.objectionUntil(),
                account.closedOn());
    }
}
