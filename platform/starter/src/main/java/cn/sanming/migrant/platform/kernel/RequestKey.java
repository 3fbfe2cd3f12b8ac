package cn.sanming.migrant.platform.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The key under which a caller sends a request again (幂等键), as digests: neither the key nor the body is kept.
/// Who answers a repetition says so here, so that the answer can tell.
public final class RequestKey {

    private final String digest;
    private final String content;
    private volatile boolean replayed;

    private RequestKey(String digest, String content) {
        this.digest = digest;
        this.content = content;
    }

    /// @param content digest of the body
    public static RequestKey of(String actor, String path, String key, String content) {
        return new RequestKey(digest(actor, path, key), content);
    }

    /// The key of a step that the house itself repeats until it is done.
    public static RequestKey ofStep(String id) {
        return new RequestKey(digest("step", id), "");
    }

    /// The key of one part of the request, such as a row of a file.
    public RequestKey part(String name) {
        return new RequestKey(digest(digest, name), content);
    }

    public String digest() {
        return digest;
    }

    /// The key of one command within the request: a request that moves two cases is remembered by both.
    public String digest(String command) {
        return digest(digest, command);
    }

    public String content() {
        return content;
    }

    public void replay() {
        replayed = true;
    }

    public boolean replayed() {
        return replayed;
    }

    private static String digest(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
