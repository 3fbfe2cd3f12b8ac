package cn.sanming.migrant.training.appraisal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;

/// The code printed on a certificate beside its number (证书校验码): who guesses numbers learns nothing.
final class VerificationCode {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final char[] LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".toCharArray();
    private static final int LENGTH = 10;

    private VerificationCode() {}

    static String next() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS[RANDOM.nextInt(LETTERS.length)]);
        }
        return code.toString();
    }

    /// Compares in the same time whatever is wrong; small letters are as good as capitals.
    static boolean fits(String code, String given) {
        return MessageDigest.isEqual(
                code.getBytes(StandardCharsets.UTF_8),
                given.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
