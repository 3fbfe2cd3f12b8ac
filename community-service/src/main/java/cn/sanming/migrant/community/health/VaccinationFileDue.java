package cn.sanming.migrant.community.health;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When the vaccination file of a child that moved here is due (随迁子女预防接种); residence decides, hukou is not asked.
@PolicyRule(
        id = "VACCINATION_FILE",
        measure = "M10",
        zh = "随迁子女预防接种建档",
        en = "Due day of a vaccination file",
        clause = "疫苗管理法 art. 47")
public final class VaccinationFileDue implements Rule<VaccinationFileDue.Facts, VaccinationFileDue.Finding> {

    public record Facts(LocalDate childBirth, LocalDate arrivedOn) {}

    /// @param fileDueOn none for a child of seven or more
    public record Finding(@Nullable LocalDate fileDueOn) {}

    private static final int TOO_OLD = 7;

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var age = Dates.age(facts.childBirth(), facts.arrivedOn());
        var young = context.step("疫苗管理法 art. 47", "the child is under seven on arrival", TOO_OLD, age, age < TOO_OLD);
        int months = context.on(facts.arrivedOn()).integer("health.vaccination.residence_months");
        return new Finding(young ? Dates.addMonths(facts.arrivedOn(), months) : null);
    }
}
