package cn.sanming.migrant.wage.appraisal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// A draw that anybody can repeat (随机抽取): the seed is fixed at submission and only its SHA-256 is shown; at the
/// draw it is revealed. The experts with the smallest `SHA-256(seed:expert)` are drawn, so nobody can draw again
/// until the result suits.
///
/// @param seed  64 hexadecimal digits
/// @param pool  who could be drawn
/// @param drawn who was
record ExpertDraw(String seed, List<String> pool, List<String> drawn) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static String newSeed() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static String commitment(String seed) {
        return sha256(seed);
    }

    static ExpertDraw of(String seed, Collection<String> candidates, int size) {
        var pool = candidates.stream().distinct().sorted().toList();
        var drawn = pool.stream()
                .sorted(Comparator.comparing(expert -> sha256(seed + ':' + expert)))
                .limit(size)
                .toList();
        return new ExpertDraw(seed, pool, drawn);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
