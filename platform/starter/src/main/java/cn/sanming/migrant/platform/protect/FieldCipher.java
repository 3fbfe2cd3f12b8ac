package cn.sanming.migrant.platform.protect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts single fields (AES-256-GCM) and makes the keyed hash by which they can still be found (盲索引).
public final class FieldCipher {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec fieldKey;
    private final SecretKeySpec indexKey;
    private final SecureRandom random = new SecureRandom();

    /// @param fieldKey Base64 of 32 bytes; @param indexKey Base64 of 32 other bytes
    public FieldCipher(String fieldKey, String indexKey) {
        this.fieldKey = new SecretKeySpec(decode(fieldKey), "AES");
        this.indexKey = new SecretKeySpec(decode(indexKey), "HmacSHA256");
    }

    private static byte[] decode(String key) {
        var bytes = Base64.getDecoder().decode(key);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key must have 32 bytes in Base64");
        }
        return bytes;
    }

    public String seal(String plain) {
        try {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, fieldKey, new GCMParameterSpec(TAG_BITS, nonce));
            var sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    public String open(String sealed) {
        try {
            var bytes = Base64.getDecoder().decode(sealed);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, fieldKey, new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE));
            return new String(cipher.doFinal(bytes, NONCE, bytes.length - NONCE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt: wrong key or damaged field", e);
        }
    }

    /// The keyed hash of a value: equal values meet, nobody without the key can tell which.
    public String blindIndex(String plain) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(indexKey);
            return HexFormat.of().formatHex(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Encrypts a value together with its blind index, as one field of a document.
    public Sealed protect(String plain) {
        return new Sealed(seal(plain), blindIndex(plain));
    }

    /// A protected field as it stands in the store.
    public record Sealed(String cipher, String index) {
        @Override
        public String toString() {
            return "sealed";
        }
    }
}
