package cn.sanming.migrant.platform.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Ids are made in the domain: short, opaque, and in order of creation, so that lists by id are lists by time.
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final char[] CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private Ids() {}

    public static String next(String prefix) {
        var text = new StringBuilder(prefix).append('-');
        long time = System.currentTimeMillis();
        for (int shift = 45; shift >= 0; shift -= 5) {
            text.append(CROCKFORD[(int) (time >>> shift) & 31]);
        }
        for (int i = 0; i < 12; i++) {
            text.append(CROCKFORD[RANDOM.nextInt(32)]);
        }
        return text.toString();
    }

    /// The same parts always give the same id: a repeated reaction meets the record it made the first time.
    public static String of(String prefix, String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
            return prefix + '-' + HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
