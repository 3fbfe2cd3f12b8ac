package cn.sanming.migrant.job.unemployment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.events.PendingEvent;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Retirement;
import cn.sanming.migrant.platform.rules.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnemploymentRegistrationTest {

    private static final LocalDate APPLIED = LocalDate.of(2024, 7, 10);
    private static final CommandContext DAY = CommandContext.ofSystem(Instant.parse("2024-07-10T01:00:00Z"));
    private static final CommandContext NEXT_DAY = CommandContext.ofSystem(Instant.parse("2024-07-11T01:00:00Z"));

    private final UnemploymentRegistration registration = UnemploymentRegistration.submitted(request("P-1"), DAY);

    private static RegistrationRequest request(String person) {
        return new RegistrationRequest(
                person,
                "350405",
                LocalDate.of(1979, 5, 20),
                Retirement.Category.MALE,
                false,
                null,
                true,
                true,
                List.of(new ResidenceSpell(LocalDate.of(2024, 1, 10), null, "350405")),
                List.of("6-31-01-03"),
                null,
                null,
                null,
                null);
    }

    private static Decision<UnemploymentRule.Finding> decided(String... reasons) {
        var finding =
                new UnemploymentRule.Finding(reasons.length == 0, List.of(reasons), LocalDate.of(2024, 1, 10), APPLIED);
        return new Decision<>("UNEMPLOYMENT_REGISTRATION", finding, List.of(), List.of());
    }

    private List<String> recorded() {
        return registration.file().outbox().pending().stream()
                .map(PendingEvent::type)
                .toList();
    }

    private void move(String command, UnemploymentRegistration.State to, CommandContext context) {
        registration.file().move(command, to.name(), "HR_OFFICER", context, null);
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThat(registration.giveBack(List.of())).isInstanceOf(Verdict.Refused.class);
        assertThat(registration.giveBack(List.of("照片", "居住证明"))).isInstanceOf(Verdict.Granted.class);
        assertThat(registration.giveBack(List.of("照片"))).isInstanceOf(Verdict.Granted.class);
        assertThat(registration.giveBack(List.of("户口簿"))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void startsTheOfficersClockAnewWhenItComesBack() {
        assertThat(registration.submittedOn()).isEqualTo(APPLIED);
        move("return", UnemploymentRegistration.State.RETURNED, DAY);
        move("resubmit", UnemploymentRegistration.State.SUBMITTED, NEXT_DAY);
        assertThat(registration.submittedOn()).isEqualTo(APPLIED.plusDays(1));
        assertThat(registration.resubmit(request("P-2"))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void isRegisteredOnlyWhenTheRuleHoldsAndThenHasAnAdviser() {
        assertThat(registration.register(decided("EMPLOYED", "STUDENT"), DAY))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.refusal().reasons()).hasSize(2));
        assertThat(recorded()).isEmpty();
        assertThat(registration.register(decided(), DAY)).isInstanceOf(Verdict.Granted.class);
        assertThat(registration.adviser()).isEqualTo("system");
        assertThat(recorded()).containsExactly("job.unemployment.registered");
    }

    @Test
    void isKeptAliveByContactOnlyWhileItLasts() {
        assertThat(registration.contacted("谈话", DAY)).isInstanceOf(Verdict.Refused.class);
        registration.register(decided(), DAY);
        move("register", UnemploymentRegistration.State.REGISTERED, DAY);
        assertThat(registration.contacted("谈话", NEXT_DAY)).isInstanceOf(Verdict.Granted.class);
        assertThat(registration.lastContactOn()).isEqualTo(APPLIED.plusDays(1));
        assertThat(registration.notes()).hasSize(1);
        assertThat(registration.adviseBy(" ")).isInstanceOf(Verdict.Refused.class);
        registration.cancel(UnemploymentRegistration.CancelReason.EMPLOYED, NEXT_DAY);
        assertThat(recorded()).containsExactly("job.unemployment.registered", "job.unemployment.cancelled");
    }
}
