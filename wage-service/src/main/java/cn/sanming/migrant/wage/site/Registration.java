package cn.sanming.migrant.wage.site;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A project as it is handed in for registration (项目登记).
record Registration(
        @NotBlank @Size(max = 200) String name,
        String district,
        @NotBlank @Size(max = 200) String address,
        String ownerUscc,
        String contractorUscc,
        @Nullable @Size(max = 500) List<String> subcontractors,
        Industry industry,
        boolean governmentFunded,
        Money contractPrice,
        LocalDate contractSignedOn,
        @Min(1) @Max(240) int durationMonths,
        Money labourCostPerMonth) {

    List<String> firms() {
        return subcontractors == null
                ? List.of()
                : subcontractors.stream().distinct().toList();
    }

    /// Everything that is wrong with it, at once.
    List<Reason> faults(Actor actor, LocalDate today) {
        var faults = new ArrayList<Reason>();
        firm("/owner_uscc", ownerUscc, actor, faults);
        firm("/contractor_uscc", contractorUscc, actor, faults);
        for (int i = 0; i < firms().size(); i++) {
            firm("/subcontractors/" + i, firms().get(i), actor, faults);
        }
        if (Divisions.sanming().find(district).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (contractSignedOn.isAfter(today)) {
            faults.add(Reason.at("/contract_signed_on", "SIGNED_IN_THE_FUTURE"));
        }
        if (!contractPrice.isPositive()) {
            faults.add(Reason.at("/contract_price", "AMOUNT_NOT_POSITIVE"));
        }
        return faults;
    }

    private static void firm(String pointer, String uscc, Actor actor, List<Reason> faults) {
        SiteAccess.fault(uscc, actor)
                .ifPresent(fault -> faults.add(Reason.at(pointer, fault).clause("GB 32100")));
    }

    ConstructionProject.Terms terms() {
        return new ConstructionProject.Terms(
                name,
                address,
                ownerUscc,
                contractorUscc,
                industry,
                governmentFunded,
                contractPrice,
                contractSignedOn,
                durationMonths,
                labourCostPerMonth);
    }
}
