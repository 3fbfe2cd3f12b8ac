package cn.sanming.migrant.platform.reference.sheet;

import cn.sanming.migrant.platform.reference.sheet.cells.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads numbers as spreadsheet programs store them and people write them. Length and exponent are bounded before any
/// arithmetic; a binary number is read at the 15 digits that the program itself shows.
final class Numbers {

    private static final Pattern STORED = Pattern.compile("-?[0-9]{0,20}(\\.[0-9]{1,25})?(E[-+]?[0-9]{1,3})?");
    private static final Pattern WRITTEN =
            Pattern.compile("-?([0-9]{1,20}|[0-9]{1,3}(,[0-9]{3}){1,6})(\\.[0-9]{1,25})?");
    private static final Pattern SIGN = Pattern.compile("^(人民币|rmb|cny|[¥￥$])");
    private static final MathContext SHOWN = new MathContext(15);
    private static final double MOST = 1e15;
    private static final int LONGEST = 60;

    private Numbers() {}

    /// @param value nothing where it is no number; @param lost whether a program has thrown digits away
    record Read(@Nullable BigDecimal value, boolean lost) {
        static final Read NONE = new Read(null, false);
    }

    static Read read(Cell cell, List<String> units) {
        if (cell.text().isEmpty() || cell.text().length() > LONGEST) {
            return Read.NONE;
        }
        return switch (cell.kind()) {
            case NUMBER -> stored(cell.text().toUpperCase(Locale.ROOT));
            case TEXT -> written(cell.text(), units);
            case EMPTY, DATE, BOOLEAN, ERROR, UNCALCULATED, TOO_LONG -> Read.NONE;
        };
    }

    private static Read stored(String text) {
        if (!STORED.matcher(text).matches() || text.startsWith("E") || text.startsWith("-E") || text.equals("-")) {
            return Read.NONE;
        }
        double number = Double.parseDouble(text);
        if (Math.abs(number) >= MOST) {
            return new Read(null, true);
        }
        return new Read(shown(number), false);
    }

    private static BigDecimal shown(double number) {
        var shown = BigDecimal.valueOf(number).round(SHOWN);
        return shown.scale() > 30 ? shown.setScale(30, RoundingMode.HALF_UP) : shown;
    }

    private static Read written(String text, List<String> units) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00A0]", "")
                .replace('−', '-')
                .toLowerCase(Locale.ROOT);
        plain = SIGN.matcher(plain).replaceFirst("");
        for (var unit : units) {
            if (plain.endsWith(unit)) {
                plain = plain.substring(0, plain.length() - unit.length());
                break;
            }
        }
        if (!WRITTEN.matcher(plain).matches()) {
            return Read.NONE;
        }
        var number = new BigDecimal(plain.replace(",", ""));
        boolean binary = number.precision() > 15 && number.scale() > 2 && number.precision() - number.scale() < 15;
        return new Read(binary ? shown(number.doubleValue()) : number, false);
    }
}
