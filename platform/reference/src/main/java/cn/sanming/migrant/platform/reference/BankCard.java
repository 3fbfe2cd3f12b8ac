package cn.sanming.migrant.platform.reference;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The number of a bank card (银行卡号, ISO/IEC 7812): 13 to 19 digits, the last one a check digit. It shows itself
/// masked.
public record BankCard(String value) {

    /// What is wrong with a number, in the order it is looked for.
    public enum Fault {
        FORMAT,
        LENGTH,
        CHECK_DIGIT
    }

    public BankCard {
        fault(value).ifPresent(found -> {
            throw new IllegalArgumentException("not a bank card: " + found);
        });
    }

    public static Optional<Fault> fault(@Nullable String raw) {
        if (raw == null || raw.isEmpty() || !raw.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Fault.FORMAT);
        }
        if (raw.length() < 13 || raw.length() > 19) {
            return Optional.of(Fault.LENGTH);
        }
        return checks(raw) ? Optional.empty() : Optional.of(Fault.CHECK_DIGIT);
    }

    private static boolean checks(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /// `622202*********0074`
    public String masked() {
        return value.substring(0, 6) + "*".repeat(value.length() - 10) + value.substring(value.length() - 4);
    }

    @Override
    public String toString() {
        return masked();
    }
}
