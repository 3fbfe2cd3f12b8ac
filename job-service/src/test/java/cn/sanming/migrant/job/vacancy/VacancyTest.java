package cn.sanming.migrant.job.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.events.PendingEvent;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class VacancyTest {

    private static final CommandContext FIRST_DAY = CommandContext.ofSystem(Instant.parse("2024-03-01T01:00:00Z"));
    private static final CommandContext LAST_DAY = CommandContext.ofSystem(Instant.parse("2024-03-31T15:59:59Z"));
    private static final CommandContext DAY_AFTER = CommandContext.ofSystem(Instant.parse("2024-03-31T16:00:00Z"));
    private static final VacancyContent.Finding CLEAN = new VacancyContent.Finding(true, null, VacancyState.PUBLISHED);
    private static final VacancyContent.Finding SEXIST =
            new VacancyContent.Finding(false, "DISCRIMINATORY_CONTENT", VacancyState.REJECTED);
    private static final VacancyMinimumWage.Finding LAWFUL = new VacancyMinimumWage.Finding(true, null);

    private final Vacancy vacancy = Vacancy.draft("va-1", null, offer(), FIRST_DAY);

    private static VacancyOffer offer() {
        return offer("电工");
    }

    private static VacancyOffer offer(String title) {
        return new VacancyOffer(
                "91350404MA0FJM012Y",
                null,
                "350404",
                title,
                "6-31-01-03",
                2,
                Money.of("5000.00"),
                Money.of("6000.00"),
                WageUnit.MONTH,
                null,
                null,
                "人事部",
                null,
                null);
    }

    private List<String> recorded() {
        return vacancy.file().outbox().pending().stream()
                .map(PendingEvent::type)
                .toList();
    }

    @Test
    void isNotSubmittedByABlacklistedEmployerOrBelowTheMinimumWage() {
        var low = new VacancyMinimumWage.Finding(false, "WAGE_BELOW_MINIMUM");
        assertThat(vacancy.submit(true, LAWFUL, FIRST_DAY)).isInstanceOf(Verdict.Refused.class);
        assertThat(vacancy.submit(false, low, FIRST_DAY)).isInstanceOf(Verdict.Refused.class);
        assertThat(vacancy.submit(false, LAWFUL, FIRST_DAY)).isInstanceOf(Verdict.Granted.class);
        assertThat(recorded()).isEmpty();
    }

    @Test
    void isValidThroughItsLastDay() {
        vacancy.publish(false, CLEAN, 30, FIRST_DAY);
        assertThat(vacancy.expiresOn()).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(vacancy.resume(false, LAST_DAY)).isInstanceOf(Verdict.Granted.class);
        assertThat(vacancy.expire(LAST_DAY)).isInstanceOf(Verdict.Refused.class);
        assertThat(vacancy.restore("e", DAY_AFTER)).isInstanceOf(Verdict.Refused.class);
        assertThat(vacancy.expire(DAY_AFTER)).isInstanceOf(Verdict.Granted.class);
        assertThat(recorded()).containsExactly("job.vacancy.published", "job.vacancy.closed");
    }

    @Test
    void isFilledWhenEveryOpeningIsTaken() {
        vacancy.takeOpening("p-1");
        vacancy.takeOpening("p-1");
        assertThat(vacancy.openingsLeft()).isEqualTo(1);
        assertThat(vacancy.fill(FIRST_DAY)).isInstanceOf(Verdict.Refused.class);
        vacancy.takeOpening("p-2");
        assertThat(vacancy.fill(FIRST_DAY)).isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void isNotPublishedWithATextTheOfficerFoundAtFault() {
        assertThat(vacancy.publish(false, SEXIST, 30, FIRST_DAY)).isInstanceOf(Verdict.Refused.class);
        assertThat(vacancy.publish(true, CLEAN, 30, FIRST_DAY)).isInstanceOf(Verdict.Refused.class);
        assertThat(recorded()).isEmpty();
    }

    @Test
    void isResubmittedOnlyWithAnotherTextThanTheOneAtFault() {
        vacancy.reject("仅限男性", SEXIST, FIRST_DAY);
        assertThat(vacancy.submit(false, LAWFUL, FIRST_DAY))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(
                                refused.refusal().reasons().getFirst().code())
                        .isEqualTo("DISCRIMINATORY_CONTENT"));
        assertThat(vacancy.revise(offer("电工，男女不限"), FIRST_DAY)).isInstanceOf(Verdict.Granted.class);
        assertThat(vacancy.submit(false, LAWFUL, FIRST_DAY)).isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void isTheSameJobWhateverTheSpacingOfItsTitleAndTheNumberOfOpenings() {
        assertThat(offer("电 工").job()).isEqualTo(offer("电工").job());
        assertThat(offer("焊工").job()).isNotEqualTo(offer("电工").job());
    }

    @Test
    void doesNotComeBackWhileItsEmployerIsListed() {
        vacancy.publish(false, CLEAN, 30, FIRST_DAY);
        assertThat(vacancy.resume(true, LAST_DAY)).isInstanceOf(Verdict.Refused.class);
    }
}
