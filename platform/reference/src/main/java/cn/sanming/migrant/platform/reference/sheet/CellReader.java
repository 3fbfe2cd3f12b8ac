package cn.sanming.migrant.platform.reference.sheet;

import cn.sanming.migrant.platform.reference.BankCard;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Folding;
import cn.sanming.migrant.platform.reference.ResidentId;
import cn.sanming.migrant.platform.reference.sheet.cells.Cell;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one cell into its plain form, or says what is wrong with it and what to do.
final class CellReader {

    private static final Pattern EXPONENT =
            Pattern.compile("[0-9](\\.[0-9]+)?E\\+?[0-9]{1,3}", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTHING = Pattern.compile("[-—–/\\\\]+|无|空|n/a|null", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST = Pattern.compile("[,;、，；/|\\s]+");
    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 50;

    private final LocalDate today;

    /// A value, or the code of a fault, or neither where the cell is empty.
    record Read(
            @Nullable String value,
            @Nullable String code,
            @Nullable String required,
            @Nullable String found) {

        static final Read NOTHING = new Read(null, null, null, null);

        static Read of(String value) {
            return new Read(value, null, null, null);
        }

        static Read fault(String code, @Nullable String required) {
            return new Read(null, code, required, null);
        }
    }

    CellReader(LocalDate today) {
        this.today = today;
    }

    Read read(Column column, Cell cell) {
        return switch (cell.kind()) {
            case EMPTY -> Read.NOTHING;
            case ERROR -> new Read(null, "CELL_ERROR", null, cell.text().length() < 20 ? cell.text() : null);
            case UNCALCULATED -> Read.fault("FORMULA_NOT_CALCULATED", null);
            case TOO_LONG -> Read.fault("CELL_TOO_LONG", null);
            case TEXT, NUMBER, DATE, BOOLEAN -> isNothing(column, cell) ? Read.NOTHING : meaning(column, cell);
        };
    }

    /// A stroke in an empty field.
    private static boolean isNothing(Column column, Cell cell) {
        return cell.kind() == Cell.Kind.TEXT
                && column.kind() != Column.Kind.TEXT
                && column.kind() != Column.Kind.CHOICE
                && cell.text().length() <= 4
                && NOTHING.matcher(cell.text()).matches();
    }

    private Read meaning(Column column, Cell cell) {
        return switch (column.kind()) {
            case TEXT -> text(plain(cell), column);
            case NAME -> name(plain(cell));
            case IDENTITY -> identity(cell);
            case CREDIT_CODE -> creditCode(cell);
            case CARD -> card(cell);
            case PHONE -> text(Folding.phone(plain(cell)), column);
            case MONEY -> money(column, cell);
            case NUMBER -> number(column, cell);
            case INTEGER -> integer(column, cell);
            case DATE -> date(cell);
            case DIVISION -> division(plain(cell));
            case CHOICE -> choice(column, plain(cell));
            case CHOICES -> choices(column, plain(cell));
        };
    }

    /// Digits as the program shows them: a stored whole number has no decimals.
    private static String plain(Cell cell) {
        if (cell.kind() != Cell.Kind.NUMBER) {
            return cell.text();
        }
        var number = Numbers.read(cell, List.of()).value();
        return number == null ? cell.text() : number.stripTrailingZeros().toPlainString();
    }

    private static Read text(String text, Column column) {
        int most = column.most() == null ? LONGEST : column.most();
        int length = text.codePointCount(0, text.length());
        return length > most ? new Read(null, "SIZE", String.valueOf(most), String.valueOf(length)) : Read.of(text);
    }

    /// An employer may number people of one name; who it is, the number of the document says.
    private static Read name(String text) {
        var name = Folding.name(text);
        boolean named = name.length() <= LONGEST_NAME && name.codePoints().anyMatch(Character::isLetter);
        return named || Folding.isName(name) ? Read.of(name) : Read.fault("INVALID_NAME", null);
    }

    /// Whether a program has made a number of digits and thrown the last of them away.
    private static boolean digitsLost(Cell cell) {
        return cell.kind() == Cell.Kind.NUMBER
                        && (Numbers.read(cell, List.of()).lost() || cell.text().matches("[0-9]{16,}"))
                || cell.kind() == Cell.Kind.TEXT
                        && EXPONENT.matcher(cell.text().replace(" ", "")).matches();
    }

    private Read identity(Cell cell) {
        if (digitsLost(cell)) {
            return Read.fault("DIGITS_LOST", null);
        }
        var number = Folding.number(plain(cell));
        var fault = ResidentId.fault(number, today);
        if (fault.isEmpty()) {
            return Read.of(number);
        }
        boolean rounded = number.matches("[0-9]{15}000");
        return Read.fault(rounded ? "DIGITS_LOST" : "ID_NUMBER_" + fault.get(), null);
    }

    private static Read creditCode(Cell cell) {
        if (digitsLost(cell)) {
            return Read.fault("DIGITS_LOST", null);
        }
        var code = Folding.number(plain(cell));
        return CreditCode.fault(code)
                .map(fault -> Read.fault("CREDIT_CODE_" + fault, null))
                .orElseGet(() -> Read.of(code));
    }

    private static Read card(Cell cell) {
        if (digitsLost(cell)) {
            return Read.fault("DIGITS_LOST", null);
        }
        var number = Folding.number(plain(cell));
        return BankCard.fault(number)
                .map(fault -> Read.fault("CARD_" + fault, null))
                .orElseGet(() -> Read.of(number));
    }

    private static Read money(Column column, Cell cell) {
        if (cell.kind() == Cell.Kind.DATE) {
            return Read.fault("DATE_IN_NUMBER_COLUMN", null);
        }
        var amount = Numbers.read(cell, column.units()).value();
        if (amount == null
                || amount.signum() < 0
                || amount.stripTrailingZeros().scale() > 2
                || amount.precision() - amount.scale() > 12) {
            return Read.fault("INVALID_MONEY", "6850.35");
        }
        return Read.of(amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString());
    }

    private static Read number(Column column, Cell cell) {
        if (cell.kind() == Cell.Kind.DATE) {
            return Read.fault("DATE_IN_NUMBER_COLUMN", null);
        }
        var number = Numbers.read(cell, column.units()).value();
        if (number == null
                || number.signum() < 0
                || number.stripTrailingZeros().scale() > 2
                || number.precision() - number.scale() > 6) {
            return Read.fault("INVALID_NUMBER", "22.5");
        }
        return Read.of(
                number.stripTrailingZeros().scale() <= 0
                        ? number.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
                        : number.stripTrailingZeros().toPlainString());
    }

    private static Read integer(Column column, Cell cell) {
        if (cell.kind() == Cell.Kind.DATE) {
            return Read.fault("DATE_IN_NUMBER_COLUMN", null);
        }
        var number = Numbers.read(cell, column.units()).value();
        if (number == null
                || number.signum() < 0
                || number.stripTrailingZeros().scale() > 0
                || number.precision() - number.scale() > 9) {
            return Read.fault("INVALID_INTEGER", "5");
        }
        return Read.of(number.setScale(0, RoundingMode.UNNECESSARY).toPlainString());
    }

    private static Read date(Cell cell) {
        return DateText.read(cell)
                .map(day -> Read.of(day.toString()))
                .orElseGet(() -> Read.fault("INVALID_LOCAL_DATE", "2024-03-01"));
    }

    private static Read division(String text) {
        return Divisions.sanming()
                .named(text)
                .map(division -> Read.of(division.code()))
                .orElseGet(() -> Read.fault("UNKNOWN_DISTRICT", null));
    }

    private static Read choice(Column column, String text) {
        return choiceOf(column, text)
                .map(Read::of)
                .orElseGet(() -> Read.fault(
                        "INVALID_CHOICE", String.join("、", column.choices().keySet())));
    }

    private static Optional<String> choiceOf(Column column, String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
        for (var choice : column.choices().entrySet()) {
            if (choice.getKey().toLowerCase(Locale.ROOT).equals(plain)
                    || choice.getValue().toLowerCase(Locale.ROOT).equals(plain)) {
                return Optional.of(choice.getValue());
            }
        }
        return Optional.empty();
    }

    private static Read choices(Column column, String text) {
        var chosen = new LinkedHashSet<String>();
        for (var one : LIST.split(text)) {
            var choice = one.isEmpty() ? Optional.<String>empty() : choiceOf(column, one);
            if (choice.isEmpty() && !one.isEmpty()) {
                return Read.fault(
                        "INVALID_CHOICE", String.join("、", column.choices().keySet()));
            }
            choice.ifPresent(chosen::add);
        }
        return Read.of(String.join(",", chosen));
    }
}
