package cn.sanming.migrant.community.health;

import cn.sanming.migrant.platform.protect.FieldCipher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Closes and opens what must not be readable at rest (加密封存): a record as one encrypted field, a person as a name
/// that only this room can make.
@Component
public class Envelope {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final FieldCipher cipher;

    Envelope(FieldCipher cipher) {
        this.cipher = cipher;
    }

    public String close(Record content) {
        return cipher.seal(JSON.writeValueAsString(content));
    }

    public <T extends Record> T open(String sealed, Class<T> type) {
        return JSON.readValue(cipher.open(sealed), type);
    }

    /// Finds what belongs together without saying to whom it belongs.
    public String index(String... parts) {
        return cipher.blindIndex(String.join("\u0000", parts));
    }

    /// The name of a person in counts (统计假名): supervision can count by it and cannot find the person, so that no
    /// event ties a diagnosis or a vaccine to somebody known elsewhere.
    public String statistical(String personId) {
        return "hp-" + index("statistics", personId);
    }
}
