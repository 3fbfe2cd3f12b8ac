package cn.sanming.migrant.platform.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The figures of a policy on one business date in one district. It remembers what was asked of it, so that a
/// decision can store the parameters it used; take a new one for each decision.
public final class Figures {

    /// No exponent: an overridden "1e999999999" must not reach arithmetic.
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,8})?");

    private final Function<String, Parameter> policy;
    private final LocalDate date;
    private final Map<String, Parameter> used = new LinkedHashMap<>();

    Figures(Function<String, Parameter> policy, LocalDate date) {
        this.policy = policy;
        this.date = date;
    }

    public int integer(String id) {
        return read(id, text -> number(text).intValueExact(), "a whole number");
    }

    public BigDecimal decimal(String id) {
        return read(id, Figures::number, "a number");
    }

    public Money money(String id) {
        return read(id, Money::of, "an amount of money");
    }

    /// The amount, or `null` where the policy deliberately sets none; a missing parameter is still an error.
    public @Nullable Money moneyOrNull(String id) {
        return row(id).value() == null ? null : money(id);
    }

    public LocalDate date(String id) {
        return read(id, LocalDate::parse, "a date");
    }

    public String text(String id) {
        return read(id, Function.identity(), "a text");
    }

    /// The parts of a comma-separated value.
    public List<String> list(String id) {
        return Arrays.stream(text(id).split(",")).map(String::strip).toList();
    }

    /// The parameters asked for so far, in the order of their first use.
    public List<Parameter> used() {
        return List.copyOf(used.values());
    }

    private static BigDecimal number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text);
    }

    private Parameter row(String id) {
        return used.computeIfAbsent(id, policy);
    }

    private <T> T read(String id, Function<String, T> reader, String kind) {
        var value = row(id).value();
        if (value == null) {
            throw new ParameterMissing(id, date);
        }
        try {
            return reader.apply(value);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the parameter " + id + " is not " + kind + ": " + value, e);
        }
    }
}
