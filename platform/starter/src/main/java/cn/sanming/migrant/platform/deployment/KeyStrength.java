package cn.sanming.migrant.platform.deployment;

import java.util.Base64;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Whether a key is one: 32 bytes that somebody has drawn. Text in Base64 (as demonstrations use) and rows of numbers
/// are not.
final class KeyStrength {

    private static final int BYTES = 32;
    private static final int LEAST_DIFFERENT = 16;

    private KeyStrength() {}

    static @Nullable String fault(String key) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException _) {
            return "is not Base64";
        }
        if (bytes.length != BYTES) {
            return "has " + bytes.length + " bytes instead of 32";
        }
        boolean text = IntStream.range(0, BYTES).allMatch(i -> bytes[i] >= ' ' && bytes[i] <= '~');
        boolean row = IntStream.range(2, BYTES).allMatch(i -> (byte) (bytes[i] - bytes[i - 1]) == bytes[1] - bytes[0]);
        long different = IntStream.range(0, BYTES).map(i -> bytes[i]).distinct().count();
        return text || row || different < LEAST_DIFFERENT
                ? "is a demonstration key; draw one: openssl rand -base64 32"
                : null;
    }
}
