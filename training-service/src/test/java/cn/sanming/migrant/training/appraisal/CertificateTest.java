package cn.sanming.migrant.training.appraisal;

import static cn.sanming.migrant.training.Acting.events;
import static cn.sanming.migrant.training.Acting.granted;
import static cn.sanming.migrant.training.Acting.move;
import static cn.sanming.migrant.training.Acting.on;
import static cn.sanming.migrant.training.Acting.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.training.shortage.Listing;
import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/// A certificate from issue to revocation.
class CertificateTest {

    private static final LocalDate DAY = LocalDate.parse("2024-05-20");

    private final Certificate certificate = Certificate.issued(
            AppraisalTest.submitted("350404"),
            Certificate.Kind.SKILL_LEVEL,
            "S-1",
            new Listing("6-31-01-03", DAY, DAY, true, 3, "sl-3", DAY),
            on("2024-05-20"));

    @Test
    void remembersWhatTheShortageListSaidOnItsDay() {
        assertThat(certificate.onShortageList()).isTrue();
        assertThat(certificate.shortageEdition()).isEqualTo(3);
        assertThat(events(certificate)).containsExactly("training.certificate.issued");
    }

    @Test
    void tellsWhyItIsRevokedByACodeOnly() {
        granted(certificate.revoke(on("2024-06-01")));
        assertThat(certificate.file().outbox().pending().getLast().data()).contains("OBTAINED_BY_FRAUD");
        assertThat(certificate.revokedOn()).isEqualTo("2024-06-01");
    }

    @Test
    void isCheckedOnceForEachReclaimedSubsidy() {
        var doubt = new Certificate.Doubt("ap-1", DAY);
        assertThat(reasons(certificate.clear())).containsExactly("NOTHING_TO_CHECK");
        granted(certificate.doubt(doubt));
        assertThat(reasons(certificate.doubt(doubt))).containsExactly("ALREADY_UNDER_CHECK");
        granted(certificate.clear());
        assertThat(reasons(certificate.doubt(doubt))).containsExactly("ALREADY_UNDER_CHECK");
        granted(certificate.doubt(new Certificate.Doubt("ap-2", DAY)));
        assertThat(certificate.check()).isEqualTo(Certificate.Check.OPEN);
        move(certificate, Certificate.State.REVOKED);
        assertThat(reasons(certificate.doubt(new Certificate.Doubt("ap-3", DAY))))
                .containsExactly("CERTIFICATE_REVOKED");
    }

    @Test
    void bearsACodeThatNobodyGuesses() {
        var codes = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            codes.add(VerificationCode.next());
        }
        assertThat(codes).hasSize(10_000).allMatch(code -> code.matches("[2-9A-HJ-NP-Z]{10}"));
        assertThat(VerificationCode.fits("ABCDE23456", " abcde23456 ")).isTrue();
        assertThat(VerificationCode.fits("ABCDE23456", "ABCDE23457")).isFalse();
    }
}
