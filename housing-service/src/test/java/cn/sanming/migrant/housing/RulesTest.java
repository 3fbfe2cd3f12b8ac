package cn.sanming.migrant.housing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.housing.application.PriceLimitedEligibility;
import cn.sanming.migrant.housing.application.RentalEligibility;
import cn.sanming.migrant.housing.application.WorkYears;
import cn.sanming.migrant.housing.lease.LeaseLimits;
import cn.sanming.migrant.housing.lease.RentArrears;
import cn.sanming.migrant.platform.test.RuleTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Below, at and above each limit of measure 9.
class RulesTest {

    private final RuleTable rules = new RuleTable(
            new WorkYears(),
            new RentalEligibility(),
            new PriceLimitedEligibility(),
            new LeaseLimits(),
            new RentArrears());

    @ParameterizedTest
    @CsvSource({"2024-05-31,false", "2024-06-01,true", "2024-06-02,true"})
    void countsThreeYearsToTheDay(String applied, boolean eligible) {
        var found = rules.answer(
                "PRH_WORK_YEARS",
                "{'employment_in_sanming':[{'from':'2021-06-01','to':null}],'application_date':'" + applied + "'}");
        assertThat(found.path("eligible").asBoolean()).isEqualTo(eligible);
    }

    @Test
    void countsOverlappingJobsOnceAndNothingAfterTheApplication() {
        var found = rules.answer(
                "PRH_WORK_YEARS",
                "{'employment_in_sanming':[{'from':'2023-01-01','to':'2023-03-01'},{'from':'2023-02-01','to':'2023-04-01'},"
                        + "{'from':'2024-03-01','to':null}],'application_date':'2024-01-01'}");
        assertThat(found.path("days_worked").asInt()).isEqualTo(90);
        assertThat(found.path("eligible").asBoolean()).isFalse();
    }

    @Test
    void findsNobodyEligibleWhoNeverWorked() {
        var found = rules.answer("PRH_WORK_YEARS", "{'employment_in_sanming':[],'application_date':'2024-01-01'}");
        assertThat(found.path("eligible").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"14.99,true", "15.00,false", "15.01,false"})
    void letsTheAreaLimitItselfBeTooMuch(String area, boolean eligible) {
        var found = rules.answer(
                "PRH_ELIGIBILITY",
                "{'work_years_ok':true,'own_home_area_per_person':'" + area + "','application_date':'2024-06-03'}");
        assertThat(found.path("eligible").asBoolean()).isEqualTo(eligible);
    }

    @ParameterizedTest
    @CsvSource({"44.99,3,true", "45.00,3,false", "14.999999,1,true"})
    void dividesTheHomeAmongTheHousehold(String area, int persons, boolean eligible) {
        var found = rules.answer(
                "PRH_ELIGIBILITY",
                "{'work_years_ok':true,'own_home_area':'" + area + "','persons':" + persons
                        + ",'application_date':'2024-06-03'}");
        assertThat(found.path("eligible").asBoolean()).isEqualTo(eligible);
    }

    @ParameterizedTest
    @CsvSource({"2999.99,true", "3000.00,true", "3000.01,false"})
    void includesTheIncomeLimitWhereOneIsSet(String income, boolean eligible) {
        var found = rules.answer(
                "PRH_ELIGIBILITY",
                "{'work_years_ok':true,'own_home_area_per_person':'0.00','income_per_capita':'" + income
                        + "','application_date':'2024-06-03','parameters':{'housing.prh.max_income_per_capita':'3000.00'}}");
        assertThat(found.path("eligible").asBoolean()).isEqualTo(eligible);
    }

    @ParameterizedTest
    @CsvSource({"2029-02-28,false", "2029-03-01,true", "2029-03-02,true"})
    void letsABannedPersonApplyFromTheDayTheBanEnds(String applied, boolean eligible) {
        var found = rules.answer(
                "PRH_ELIGIBILITY",
                "{'work_years_ok':true,'own_home_area_per_person':'0.00','fraud_ban_until':'2029-03-01','application_date':'"
                        + applied + "'}");
        assertThat(found.path("eligible").asBoolean()).isEqualTo(eligible);
    }

    @Test
    void listsEveryReasonInTheOrderOfTheRule() {
        var found = rules.answer(
                "PRH_ELIGIBILITY",
                "{'work_years_ok':false,'own_home_area_per_person':'20.00','other_public_rental_lease':true,"
                        + "'fraud_ban_until':'2030-01-01','income_per_capita':'9000.00','application_date':'2024-06-03',"
                        + "'parameters':{'housing.prh.max_income_per_capita':'3000.00'}}");
        assertThat(found.path("reasons"))
                .extracting(reason -> reason.asString())
                .containsExactly(
                        "WORKED_LT_3_YEARS",
                        "HOME_AREA_NOT_BELOW_LIMIT",
                        "INCOME_ABOVE_LIMIT",
                        "DUPLICATE",
                        "FRAUD_BAN");
    }

    @Test
    void asksNoYearsOfPeopleWithLocalHukou() {
        var found = rules.answer(
                "PRH_ELIGIBILITY",
                "{'work_years_ok':false,'local_hukou':true,'own_home_area_per_person':'0.00','application_date':'2024-06-03'}");
        assertThat(found.path("eligible").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"350404,true", "350405,true", "350402,true", "350427,true", "350421,false", "350481,false"})
    void sellsToTalentEmployedInTheCityAreaOnly(String district, boolean eligible) {
        var found = rules.answer(
                "PLH_ELIGIBILITY",
                "{'talent_certificate_valid':true,'employed_in':'" + district + "','owns_home_in_city_area':false}");
        assertThat(found.path("eligible").asBoolean()).isEqualTo(eligible);
    }

    @ParameterizedTest
    @CsvSource({"2029-06-29,true", "2029-06-30,true", "2029-07-01,false"})
    void leasesForFiveYearsAtMost(String end, boolean accepted) {
        var found = rules.answer("LEASE_LIMITS", "{'start_on':'2024-07-01','end_on':'" + end + "'}");
        assertThat(found.path("accepted").asBoolean()).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"5,false,false", "6,false,true", "7,false,true", "6,true,false", "60,true,false"})
    void givesNoticeFromSixMonthsOnUnlessWagesAreWithheld(int months, boolean victim, boolean notice) {
        var found = rules.answer(
                "RENT_ARREARS",
                "{'months_overdue_total':" + months + ",'tenant_has_open_wage_arrears':" + victim + "}");
        assertThat(found.path("breach_notice").asBoolean()).isEqualTo(notice);
    }
}
