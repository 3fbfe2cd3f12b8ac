package cn.sanming.migrant.wage.contract;

import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A contract as its two sides and the officers see it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContractView(
        String id,
        String state,
        @Nullable String district,
        String employmentId,
        String personId,
        String employerUscc,
        @Nullable String position,
        LocalDate startOn,
        ContractTerm term,
        @Nullable LocalDate endsOn,
        @Nullable Integer probationMonths,
        Money monthlyWage,
        @Nullable Integer payDay,
        Signed signed,
        @Nullable LocalDate signedOn,
        @Nullable Renewal proposal,
        List<LocalDate> renewedOn,
        @Nullable TerminationGround terminationGround,
        @Nullable LocalDate endedOn) {

    record Signed(boolean employer, boolean worker) {}

    record Renewal(ContractTerm term, @Nullable LocalDate endsOn, Money monthlyWage, Signed signed) {}
}
