package cn.sanming.migrant.platform.reference;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A unified social credit code (统一社会信用代码, GB 32100-2015) of an employer or agency. Some early codes issued in Fujian
/// fail the check character: an officer who has seen the licence may accept them by [#withManualOverride(String)].
public record CreditCode(String value) {

    /// What is wrong with a code, in the order it is looked for.
    public enum Fault {
        FORMAT,
        CHECK_CHAR
    }

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORMAT = Pattern.compile("[" + ALPHABET + "]{18}");

    /// Takes any code of the right form, because a stored code may be an accepted exception.
    public CreditCode {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("not a unified social credit code: " + Fault.FORMAT);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreditCode of(String raw) {
        fault(raw).ifPresent(found -> {
            throw new IllegalArgumentException("not a unified social credit code: " + found);
        });
        return new CreditCode(raw);
    }

    public static CreditCode withManualOverride(String raw) {
        return new CreditCode(raw);
    }

    public static Optional<Fault> fault(@Nullable String raw) {
        if (raw == null || !FORMAT.matcher(raw).matches()) {
            return Optional.of(Fault.FORMAT);
        }
        return checkCharFits(raw) ? Optional.empty() : Optional.of(Fault.CHECK_CHAR);
    }

    /// Whether this code could only be accepted by an officer, its check character being wrong.
    public boolean manualOverride() {
        return !checkCharFits(value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }

    private static boolean checkCharFits(String code) {
        int sum = 0;
        int weight = 1; // 3^i mod 31
        for (int i = 0; i < 17; i++) {
            sum += weight * ALPHABET.indexOf(code.charAt(i));
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }
}
