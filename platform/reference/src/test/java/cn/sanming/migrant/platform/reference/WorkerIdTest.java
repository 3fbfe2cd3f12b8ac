package cn.sanming.migrant.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class WorkerIdTest {

    private static final ResidentId ID = new ResidentId("350404199003070011");
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @Test
    void isTheKeyedHashOfTheNumberInBase32() {
        // first 160 bits of HMAC-SHA-256, computed outside this program
        assertThat(WorkerId.of(ID, KEY)).hasToString("wGASPLQGTDIGPMYRWLZAGJXKND24FDCSL");
    }

    @Test
    void changesWithTheKeyAndWithTheNumber() {
        var otherKey = "fedcba9876543210".getBytes(StandardCharsets.US_ASCII);
        assertThat(WorkerId.of(ID, otherKey)).isNotEqualTo(WorkerId.of(ID, KEY));
        assertThat(WorkerId.of(new ResidentId("11010519491231002X"), KEY)).isNotEqualTo(WorkerId.of(ID, KEY));
    }

    @Test
    void refusesAKeyThatCanBeGuessed() {
        assertThatIllegalArgumentException().isThrownBy(() -> WorkerId.of(ID, new byte[15]));
        assertThat(WorkerId.of(ID, new byte[16]).value()).hasSize(33);
    }

    @Test
    void travelsAsAString() {
        var json = new JsonMapper();
        assertThat(json.writeValueAsString(new WorkerId("P-07"))).isEqualTo("\"P-07\"");
        assertThat(json.readValue("\"P-07\"", WorkerId.class)).isEqualTo(new WorkerId("P-07"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a/b",
                "350404199003070011",
                "11010519491231002x",
                "12345678901234567890123456789012345678901"
            })
    void isNeverAnIdentityNumberNorAnOddString(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkerId(value))
                .withMessage("not a worker id");
    }
}
