package cn.sanming.migrant.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.ResidentId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class DemoAccountsTest {

    private static final List<Accounts.Account> ACCOUNTS = Registers.read(
                    new ClassPathResource("demo-accounts.yaml"), Accounts.File.class)
            .orElseThrow()
            .accounts();
    private static final List<Clients.Client> CLIENTS = Registers.read(
                    new ClassPathResource("demo-clients.yaml"), Clients.File.class)
            .orElseThrow()
            .clients();

    /// Every role that appears in a life cycle, apart from the system itself.
    private static final Set<String> ROLES = Set.of(
            "APPLICANT",
            "APPRAISAL_ORG",
            "ARBITRATOR",
            "ARB_REGISTRAR",
            "BANK",
            "COURT",
            "CULTURE_OFFICER",
            "EDU_OFFICER",
            "EMPLOYER",
            "FINANCE_OFFICER",
            "GENERAL_CONTRACTOR",
            "GUARANTEE_ORG",
            "GUARDIAN",
            "HEALTH_OFFICER",
            "HEALTH_WORKER",
            "HOUSING_OFFICER",
            "HR_HEAD",
            "HR_OFFICER",
            "INSPECTION_HEAD",
            "INSPECTOR",
            "JUDICIAL_OFFICER",
            "LAWYER",
            "LEAD_OFFICER",
            "LEGAL_AID_OFFICER",
            "MEDIATOR",
            "OWNER",
            "PROVINCE",
            "PUBLICITY_OFFICER",
            "SCHOOL",
            "SUBCONTRACTOR",
            "SUPERVISOR",
            "TRAINING_ORG",
            "UNION_OFFICER",
            "UNIT_OFFICER",
            "WORKER",
            "AGENCY");

    @Test
    void playEveryRoleOfEveryLifeCycle() {
        var played =
                ACCOUNTS.stream().flatMap(account -> account.roles().stream()).collect(Collectors.toSet());

        assertThat(played).containsAll(ROLES);
    }

    @Test
    void letThreeDifferentOfficersAcceptReviewAndApprove() {
        assertThat(account("u-17").roles()).containsExactly("HR_OFFICER");
        assertThat(account("u-23").roles()).containsExactly("HR_OFFICER");
        assertThat(account("u-31").roles()).containsExactly("HR_HEAD");
    }

    @Test
    void bindOfficersOfACountyToThatCounty() {
        for (var account : ACCOUNTS) {
            if (account.unit() != null && account.unit().startsWith("SM-XQ-")) {
                assertThat("SM-XQ-" + account.county()).as(account.username()).isEqualTo(account.unit());
            } else if (account.unit() != null && !account.roles().contains("SCHOOL")) {
                assertThat(account.county()).as(account.username()).isNull();
            }
        }
    }

    /// A school acts for the places of its own unit only, so its account has to name one.
    @Test
    void nameTheUnitOfASchool() {
        assertThat(ACCOUNTS)
                .filteredOn(account -> account.roles().contains("SCHOOL"))
                .isNotEmpty()
                .allSatisfy(account -> assertThat(account.unit()).isNotBlank());
    }

    @Test
    void standForEveryResponsibleUnitAndCounty() {
        var units = ACCOUNTS.stream()
                .filter(account -> account.roles().contains("UNIT_OFFICER"))
                .map(Accounts.Account::unit)
                .collect(Collectors.toSet());

        assertThat(units).contains("SM-RSJ", "SM-ZJJ", "SM-DCS");
        assertThat(units)
                .containsAll(Divisions.sanming().all().stream()
                        .map(d -> "SM-XQ-" + d.code())
                        .toList());
        assertThat(units).hasSize(26 + 11);
    }

    @Test
    void useCodesAndNumbersThatCouldExist() {
        var codes = Stream.concat(
                        ACCOUNTS.stream().map(Accounts.Account::creditCode),
                        CLIENTS.stream().map(Clients.Client::creditCode))
                .filter(code -> code != null);
        assertThat(codes).isNotEmpty().allSatisfy(code -> assertThat(CreditCode.fault(code))
                .isEmpty());

        var numbers = ACCOUNTS.stream().map(Accounts.Account::idNumber).filter(number -> number != null);
        assertThat(numbers).isNotEmpty().allSatisfy(number -> assertThat(
                        ResidentId.fault(number, LocalDate.of(2024, 1, 1)))
                .isEmpty());
    }

    @Test
    void shareNoName() {
        var names = new HashSet<String>();
        assertThat(ACCOUNTS)
                .allSatisfy(account -> assertThat(names.add(account.username())).isTrue());
        assertThat(CLIENTS)
                .allSatisfy(client -> assertThat(names.add(client.clientId())).isTrue());
    }

    private static Accounts.Account account(String username) {
        return ACCOUNTS.stream()
                .filter(account -> account.username().equals(username))
                .findFirst()
                .orElseThrow();
    }
}
