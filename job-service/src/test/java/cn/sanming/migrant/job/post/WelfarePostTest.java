package cn.sanming.migrant.job.post;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.job.hardship.HardshipCategory;
import cn.sanming.migrant.job.hardship.HardshipDesk.Certificate;
import cn.sanming.migrant.platform.events.PendingEvent;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Retirement;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WelfarePostTest {

    private static final CommandContext DAY = CommandContext.ofSystem(Instant.parse("2024-08-02T01:00:00Z"));
    private static final LocalDate TODAY = LocalDate.of(2024, 8, 2);
    private static final Certificate OLDER = new Certificate(HardshipCategory.OLDER, false);

    private static WelfarePost post(int number) {
        var proposal = new WelfarePost.Proposal(
                "P-1",
                "hc-1",
                "12350405MB0FJM059E",
                "350405",
                "环卫",
                40,
                LocalDate.of(1979, 5, 20),
                Retirement.Category.FEMALE_50);
        return WelfarePost.proposed(proposal, number, DAY);
    }

    private static List<String> codes(Verdict verdict) {
        return verdict instanceof Verdict.Refused(Refusal refusal)
                ? refusal.reasons().stream().map(Reason::code).toList()
                : List.of();
    }

    @Test
    void isApprovedFromTheDayAfterThePublicityForCertifiedPersonsOnly() {
        assertThat(codes(post(1).approve(null, false, 2, TODAY.plusDays(1), DAY)))
                .containsExactly("NO_VALID_CERTIFICATE", "PUBLICITY_NOT_OVER");
        assertThat(codes(post(1).approve(OLDER, false, 2, TODAY, DAY))).isEmpty();
        assertThat(codes(post(1).approve(OLDER, true, 2, TODAY, DAY))).containsExactly("BLACKLISTED_EMPLOYER");
    }

    @ParameterizedTest
    @CsvSource({
        "OLDER, false, 2, true",
        "OLDER, false, 3, false",
        "ZERO_EMPLOYMENT_FAMILY, false, 2, true",
        "DISABLED, false, 1, true",
        "DISABLED, false, 2, false",
        "DISABLED, true, 2, true",
        "LONG_TERM_UNEMPLOYED, false, 1, true",
        "LONG_TERM_UNEMPLOYED, false, 2, false"
    })
    void isGivenTwiceOnlyToTheGroupsTheRuleNames(HardshipCategory category, boolean severe, int number, boolean may) {
        var verdict = post(number).approve(new Certificate(category, severe), false, 2, TODAY, DAY);
        assertThat(codes(verdict).isEmpty()).isEqualTo(may);
    }

    @Test
    void beginsWithASignedAgreementAndEndsNotBeforeItBegan() {
        var post = post(1);
        var limit = new Decision<>(
                "POST_LIMIT",
                new PostLimit.Finding(PostLimit.Limit.MONTHS_36, LocalDate.of(2027, 8, 1)),
                List.<RuleContext.Step>of(),
                List.<Decision.UsedParameter>of());
        assertThat(codes(post.start(TODAY, false, limit, DAY))).containsExactly("AGREEMENT_NOT_SIGNED");
        assertThat(codes(post.start(TODAY, true, limit, DAY))).isEmpty();
        assertThat(codes(post.end(TODAY.minusDays(1), "LEFT", DAY))).containsExactly("BEFORE_START");
        assertThat(codes(post.end(TODAY, "LEFT", DAY))).isEmpty();
        assertThat(post.file().outbox().pending().stream().map(PendingEvent::type))
                .containsExactly("job.post.placed", "job.post.ended");
    }
}
