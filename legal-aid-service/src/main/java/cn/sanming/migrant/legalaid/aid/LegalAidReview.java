package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.Figures;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Who is granted legal aid (法律援助审查): migrant workers with wage or work-injury claims without any question about their
/// means (免于经济困难审查), everybody else up to twice the subsistence allowance; and until when to review and to assign.
@PolicyRule(
        id = "LEGAL_AID_REVIEW",
        measure = "M18",
        zh = "法律援助审查与免于经济困难审查",
        en = "Review of legal aid and exemption from the means test",
        clause = "若干措施第18条；法律援助法第42条、第43条")
public final class LegalAidReview implements Rule<LegalAidReview.Facts, LegalAidReview.Finding> {

    /// @param matter    may be absent when only the deadlines are asked for
    /// @param grantedOn with it the day by which a lawyer is to be assigned
    public record Facts(
            boolean isMigrantWorker,
            @Nullable String matter,
            @Nullable Money perCapitaMonthlyIncome,
            @Nullable Money localDibao,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate grantedOn) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            @Nullable Boolean meansTestRequired,
            @Nullable Boolean granted,
            @Nullable Money incomeLimit,
            @Nullable LocalDate reviewBy,
            @Nullable LocalDate assignBy) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var submitted = facts.submittedOn();
        var granted = facts.grantedOn();
        if (facts.matter() == null && submitted == null && granted == null) {
            throw new UnfitFacts(Reason.at("/matter", "REQUIRED"));
        }
        var figures = context.on(submitted != null ? submitted : granted != null ? granted : context.today());
        var reviewBy = submitted == null
                ? null
                : earlier(
                        context,
                        facts.isMigrantWorker(),
                        submitted,
                        figures,
                        "legalaid.review_days",
                        "legalaid.priority.review_wd");
        var assignBy = granted == null
                ? null
                : earlier(
                        context,
                        facts.isMigrantWorker(),
                        granted,
                        figures,
                        "legalaid.assign_days",
                        "legalaid.priority.assign_wd");
        if (facts.matter() == null) {
            return new Finding(null, null, null, reviewBy, assignBy);
        }
        if (facts.isMigrantWorker() && Matter.exemptForMigrants(facts.matter())) {
            context.step("法律援助法第42条", "migrant worker's wage or injury claim: no means test", false, false, true);
            return new Finding(false, true, null, reviewBy, assignBy);
        }
        return withMeansTest(facts, figures, context, reviewBy, assignBy);
    }

    private static Finding withMeansTest(
            Facts facts,
            Figures figures,
            RuleContext context,
            @Nullable LocalDate reviewBy,
            @Nullable LocalDate assignBy) {
        var income = facts.perCapitaMonthlyIncome();
        if (income == null) {
            if (reviewBy == null && assignBy == null) {
                throw new UnfitFacts(Reason.at("/per_capita_monthly_income", "REQUIRED"));
            }
            return new Finding(true, null, null, reviewBy, assignBy);
        }
        var dibao = facts.localDibao() == null ? figures.money("legalaid.means.dibao_month") : facts.localDibao();
        var limit = dibao.times(figures.decimal("legalaid.means.dibao_multiple"));
        boolean poor =
                context.step("法律援助法第34条", "income per head and month is at most", limit, income, income.atMost(limit));
        return new Finding(true, poor, limit, reviewBy, assignBy);
    }

    private static LocalDate earlier(
            RuleContext context, boolean migrant, LocalDate from, Figures figures, String statutory, String priority) {
        var byLaw = context.calendar().calendarDaysAfter(from, figures.integer(statutory));
        context.step("法律援助法第43条", statutory, byLaw, from, true);
        if (!migrant) {
            return byLaw;
        }
        var first = context.calendar().workingDaysAfter(from, figures.integer(priority));
        context.step("若干措施第18条：优先审查、优先指派", priority, first, from, true);
        return first.isBefore(byLaw) ? first : byLaw;
    }
}
