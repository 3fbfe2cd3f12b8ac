package cn.sanming.migrant.supervision.indicator;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The formulas by the names the cards use.
final class Formulas {

    private static final Map<String, Formula> ALL = Map.ofEntries(
            Map.entry("TALLY", new Tally()),
            Map.entry("VACANCY_PUSH", EmploymentFormulas::vacancyPush),
            Map.entry("ZERO_FAMILIES", EmploymentFormulas::zeroFamilies),
            Map.entry("FIRST_RECOMMENDATIONS", EmploymentFormulas::firstRecommendations),
            Map.entry("WELFARE_POSTS", EmploymentFormulas::welfarePosts),
            Map.entry("AGREEMENTS", EmploymentFormulas::agreements),
            Map.entry("AGENCY_REWARDS", EmploymentFormulas::agencyRewards),
            Map.entry("LOANS", EmploymentFormulas::loans),
            Map.entry("CERTIFICATES", SkillFormulas::certificates),
            Map.entry("TAKE_UP", SkillFormulas::takeUp),
            Map.entry("COMPETITIONS", SkillFormulas::competitions),
            Map.entry("SCHOOL_PLACES", SkillFormulas::schoolPlaces),
            Map.entry("HOUSING", SkillFormulas::housing),
            Map.entry("VACCINATION", SkillFormulas::vaccination),
            Map.entry("CLOSED_DAYS", SkillFormulas::closedDays),
            Map.entry("CONTRACTS", WageFormulas::contracts),
            Map.entry("PAYROLLS", WageFormulas::payrolls),
            Map.entry("ARREARS_CASES", WageFormulas::arrearsCases),
            Map.entry("OPEN_ARREARS", WageFormulas::openArrears),
            Map.entry("BLACKLIST", WageFormulas::blacklist),
            Map.entry("NO_ARREARS", WageFormulas::noArrears),
            Map.entry("INSURED_STARTS", WageFormulas::insuredStarts),
            Map.entry("INJURIES", WageFormulas::injuries),
            Map.entry("REST_STATIONS", WageFormulas::restStations),
            Map.entry("FAST_TRACK", HelpFormulas::fastTrack),
            Map.entry("STATUTORY_LIMIT", HelpFormulas::statutoryLimit),
            Map.entry("MEDIATION", HelpFormulas::mediation),
            Map.entry("AID_STEPS", HelpFormulas::aidSteps),
            Map.entry("GROUP_VISITS", HelpFormulas::groupVisits),
            Map.entry("BUDGET_EXECUTION", HelpFormulas::budgetExecution),
            Map.entry("PAYMENT_TIME", HelpFormulas::paymentTime),
            Map.entry("DUE_WORK", HelpFormulas::dueWork));

    private Formulas() {}

    static Formula of(IndicatorDefinition definition) {
        return Objects.requireNonNull(
                ALL.get(definition.derive().kind()), () -> definition.id() + " names an unknown formula");
    }

    static Set<String> names() {
        return ALL.keySet();
    }
}
