package cn.sanming.migrant.platform.reference;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The pseudonym of a person: what services and events say instead of an identity number. The same number and key
/// give the same pseudonym; without the key nobody gets from one to the other.
public record WorkerId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,40}");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 32; // 160 of the 256 bits

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WorkerId {
        if (!FORM.matcher(value).matches() || ResidentId.FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("not a worker id");
        }
    }

    public static WorkerId of(ResidentId id, byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("the pseudonym key needs at least 16 bytes");
        }
        return new WorkerId("w" + base32(hmac(id.value(), key)));
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }

    private static byte[] hmac(String text, byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    private static String base32(byte[] bytes) {
        var text = new StringBuilder(LENGTH);
        int buffer = 0;
        int bits = 0;
        for (int next = 0; text.length() < LENGTH; next++) {
            buffer = (buffer << 8 | bytes[next] & 0xff) & 0xffff;
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(BASE32.charAt(buffer >> bits - 5 & 31));
            }
        }
        return text.toString();
    }
}
