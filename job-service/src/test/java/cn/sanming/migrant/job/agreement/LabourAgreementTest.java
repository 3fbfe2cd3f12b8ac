package cn.sanming.migrant.job.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabourAgreementTest {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2024, 12, 31);

    private static CommandContext on(String day) {
        return CommandContext.ofSystem(Instant.parse(day + "T01:00:00Z"));
    }

    private static LabourAgreement draft(String region, LocalDate from, LocalDate until) {
        var terms = new LabourAgreement.Terms(
                "350430", "毕节市", null, LabourAgreement.PartnerKind.GOVERNMENT, region, false, from, until, 50, null);
        return LabourAgreement.draft(terms, on("2024-01-01"));
    }

    @Test
    void isSignedOnlyWhenPartnerRegionAndValidityAreFilled() {
        var verdict = draft(null, null, null).sign(FROM, on("2024-01-01"));
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(
                        refused.refusal().reasons().stream().map(Reason::code))
                .isEqualTo(List.of("REGION_MISSING", "VALIDITY_MISSING")));
        assertThat(draft("520500", UNTIL, FROM).sign(FROM, on("2024-01-01"))).isInstanceOf(Verdict.Refused.class);
        assertThat(draft("520500", FROM, FROM).sign(FROM, on("2024-01-01"))).isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void beginsOnItsFirstDayAndEndsAfterItsLast() {
        var agreement = draft("520500", FROM, UNTIL);
        assertThat(agreement.activate(on("2023-12-31"))).isInstanceOf(Verdict.Refused.class);
        assertThat(agreement.activate(on("2024-01-01"))).isInstanceOf(Verdict.Granted.class);
        assertThat(agreement.expire(on("2024-12-31"))).isInstanceOf(Verdict.Refused.class);
        assertThat(agreement.file().outbox().pending()).isEmpty();
        assertThat(agreement.expire(on("2025-01-01"))).isInstanceOf(Verdict.Granted.class);
        assertThat(agreement.file().outbox().pending()).hasSize(1);
    }
}
