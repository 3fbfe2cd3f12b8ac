package cn.sanming.migrant.platform.reference;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A resident identity number (公民身份号码, GB 11643-1999): six digits of the place of first registration, which need
/// not exist today, the birth date, a sequence, and a check character. It shows itself masked, in text and in JSON
/// alike; only [#value()] tells it all.
public record ResidentId(String value) {

    /// What is wrong with a number, in the order it is looked for.
    public enum Fault {
        FORMAT,
        BIRTH_DATE,
        CHECK_DIGIT
    }

    static final Pattern FORMAT = Pattern.compile("[0-9]{17}[0-9Xx]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    public ResidentId {
        refuse(fault(value, LocalDate.MAX));
        value = value.toUpperCase(Locale.ROOT);
    }

    public static ResidentId of(String raw, LocalDate today) {
        refuse(fault(raw, today));
        return new ResidentId(raw);
    }

    public static Optional<Fault> fault(@Nullable String raw, LocalDate today) {
        if (raw == null || !FORMAT.matcher(raw).matches()) {
            return Optional.of(Fault.FORMAT);
        }
        if (!bornBy(raw, today)) {
            return Optional.of(Fault.BIRTH_DATE);
        }
        return checkDigit(raw) == Character.toUpperCase(raw.charAt(17))
                ? Optional.empty()
                : Optional.of(Fault.CHECK_DIGIT);
    }

    public LocalDate birthDate() {
        return birthDate(value);
    }

    public boolean male() {
        return (value.charAt(16) - '0') % 2 == 1;
    }

    @JsonValue
    public String masked() {
        return value.substring(0, 6) + "********" + value.substring(14);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static boolean bornBy(String number, LocalDate today) {
        try {
            return !birthDate(number).isAfter(today);
        } catch (DateTimeException _) {
            return false; // there is no such day
        }
    }

    private static LocalDate birthDate(String number) {
        return LocalDate.of(
                Integer.parseInt(number, 6, 10, 10),
                Integer.parseInt(number, 10, 12, 10),
                Integer.parseInt(number, 12, 14, 10));
    }

    private static char checkDigit(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11);
    }

    private static void refuse(Optional<Fault> fault) {
        fault.ifPresent(found -> {
            throw new IllegalArgumentException("not a resident identity number: " + found);
        });
    }
}
