package cn.sanming.migrant.job.unemployment;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Retirement;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is registered as unemployed (失业登记): of working age, out of work, able and willing, and resident in town for
/// six months; exactly six months suffice; measure 2.
@PolicyRule(
        id = "UNEMPLOYMENT_REGISTRATION",
        measure = "M02",
        zh = "在城镇居住半年以上失业农民工的失业登记",
        en = "Registration of unemployed migrant workers after half a year of residence",
        clause = "measure 2: 在城镇居住半年以上; Civil Code art. 1259")
final class UnemploymentRule implements Rule<UnemploymentRule.Facts, UnemploymentRule.Finding> {

    private static final int WORKING_AGE = 16;

    record Facts(
            LocalDate birthDate,
            Retirement.Category retirementCategory,
            boolean employed,
            @Nullable Boolean student,
            boolean able,
            boolean willing,
            List<ResidenceSpell> residence,
            LocalDate applicationDate) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Finding(
            boolean eligible,
            List<String> reasons,
            @Nullable LocalDate residenceStart,
            @Nullable LocalDate sixMonthsReachedOn) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var on = facts.applicationDate();
        var figures = context.on(on);
        int months = figures.integer("job.unemployment.residence_months");
        int gap = figures.integer("job.unemployment.residence_gap_days");
        var sixteen = Dates.addYears(facts.birthDate(), WORKING_AGE);
        var retirement = Retirement.date(facts.birthDate(), facts.retirementCategory());
        var start = Residence.startOf(facts.residence(), on, gap);
        var reached = start == null ? null : Dates.addMonths(start, months);
        boolean student = Boolean.TRUE.equals(facts.student());

        var reasons = new ArrayList<String>();
        check(
                context,
                reasons,
                "AGE_BELOW_16",
                "劳动法 art. 15",
                "sixteen years old on the day of application",
                sixteen,
                on,
                !sixteen.isAfter(on));
        check(
                context,
                reasons,
                "REACHED_RETIREMENT_AGE",
                "NPCSC decision of 2024-09-13",
                "below the statutory retirement age",
                retirement,
                on,
                retirement.isAfter(on));
        check(context, reasons, "EMPLOYED", "就业服务与就业管理规定", "not employed", false, facts.employed(), !facts.employed());
        check(context, reasons, "STUDENT", "就业服务与就业管理规定", "not a student", false, student, !student);
        check(context, reasons, "NOT_ABLE_TO_WORK", "就业服务与就业管理规定", "able to work", true, facts.able(), facts.able());
        check(
                context,
                reasons,
                "NOT_WILLING_TO_WORK",
                "就业服务与就业管理规定",
                "willing to work",
                true,
                facts.willing(),
                facts.willing());
        check(
                context,
                reasons,
                "RESIDENCE_LT_6_MONTHS",
                "measure 2",
                "resident in town for the months required",
                reached,
                on,
                reached != null && !reached.isAfter(on));
        return new Finding(reasons.isEmpty(), List.copyOf(reasons), start, reached);
    }

    private static void check(
            RuleContext context,
            List<String> reasons,
            String code,
            String clause,
            String statement,
            @Nullable Object required,
            @Nullable Object found,
            boolean passed) {
        if (!context.step(clause, statement, required, found, passed)) {
            reasons.add(code);
        }
    }
}
