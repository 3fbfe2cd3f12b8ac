package cn.sanming.migrant.community.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sanming.migrant.platform.protect.FieldCipher;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER =
            Base64.getEncoder().encodeToString("another key of thirty-two bytes!".getBytes());

    private final Envelope envelope = new Envelope(new FieldCipher(KEY, OTHER));

    record Content(LocalDate birthDate, List<String> conditions) {}

    @Test
    void opensWhatItClosedAndShowsNothingMeanwhile() {
        var content = new Content(LocalDate.parse("1966-07-08"), List.of("慢性乙肝"));
        var sealed = envelope.close(content);
        assertThat(sealed).doesNotContain("1966", "乙肝").isNotEqualTo(envelope.close(content));
        assertThat(envelope.open(sealed, Content.class)).isEqualTo(content);
    }

    @Test
    void staysClosedToAnotherKey() {
        var sealed = envelope.close(new Content(LocalDate.parse("1966-07-08"), List.of()));
        assertThatThrownBy(() -> new Envelope(new FieldCipher(OTHER, OTHER)).open(sealed, Content.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("1966");
    }

    @Test
    void countsAPersonUnderANameThatLeadsNowhere() {
        assertThat(envelope.statistical("P-1001"))
                .isEqualTo(envelope.statistical("P-1001"))
                .isNotEqualTo(envelope.statistical("P-1002"))
                .doesNotContain("1001")
                .hasSizeLessThanOrEqualTo(40);
    }
}
