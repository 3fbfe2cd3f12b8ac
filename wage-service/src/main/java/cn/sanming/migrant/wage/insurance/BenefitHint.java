package cn.sanming.migrant.wage.insurance;

import cn.sanming.migrant.platform.reference.Figures;
import java.util.Optional;

/// What somebody who loses the job may ask for (失业保险待遇提示); 失业保险条例 art. 14, 21.
enum BenefitHint {
    UNEMPLOYMENT_BENEFIT,
    ONE_OFF_LIVING_SUBSIDY;

    /// Contract migrant workers pay no contribution of their own, so the subsidy stands in for the benefit.
    static Optional<BenefitHint> of(Scheme scheme, int monthsPaid, boolean contractMigrantWorker, Figures figures) {
        return switch (scheme) {
            case UNEMPLOYMENT -> {
                var limit =
                        contractMigrantWorker ? "wage.unemployment.subsidy_months" : "wage.unemployment.benefit_months";
                var hint = contractMigrantWorker ? ONE_OFF_LIVING_SUBSIDY : UNEMPLOYMENT_BENEFIT;
                yield monthsPaid >= figures.integer(limit) ? Optional.of(hint) : Optional.empty();
            }
            case EMPLOYEE_PENSION, RESIDENT_PENSION, WORK_INJURY, MEDICAL -> Optional.empty();
        };
    }
}
