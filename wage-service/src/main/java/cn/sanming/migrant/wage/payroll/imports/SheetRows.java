package cn.sanming.migrant.wage.payroll.imports;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.ResidentId;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.wage.payroll.PayrollLine;
import cn.sanming.migrant.wage.payroll.SheetRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns the rows of one sheet into payroll lines and keeps a verdict for every row that is not one.
/// No fault ever quotes what stood in the row.
final class SheetRows {

    static final int MOST = 20_000;
    private static final int LONGEST_NAME = 60;

    /// Bounded before any arithmetic: an exponent of seven digits would hold a core for a minute.
    private static final Pattern MONEY = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2}0{0,10})?");

    private final FieldCipher cipher;
    private final byte[] workerKey;
    private final LocalDate today;
    private final List<SheetRow> all = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int read;

    SheetRows(FieldCipher cipher, byte[] workerKey, LocalDate today) {
        this.cipher = cipher;
        this.workerKey = workerKey;
        this.today = today;
    }

    void take(Map<String, String> row) {
        read++;
        if (read > MOST) {
            throw new SheetReader.Unreadable("more than " + MOST + " rows");
        }
        var errors = new ArrayList<Reason>();
        var person = person(row, errors);
        var gross = money(row, Columns.GROSS, errors);
        var deducted = row.containsKey(Columns.DEDUCTIONS) ? money(row, Columns.DEDUCTIONS, errors) : Money.ZERO;
        var net = money(row, Columns.NET, errors);
        var days = number(row, Columns.DAYS, errors);
        var pieces = number(row, Columns.PIECES, errors);
        var name = row.get(Columns.NAME);
        if (name != null && name.length() > LONGEST_NAME) {
            errors.add(Reason.at("/name", "SIZE").required(LONGEST_NAME, name.length()));
        }
        if (gross != null
                && deducted != null
                && net != null
                && !gross.minusOrZero(deducted).equals(net)) {
            errors.add(Reason.at("/net", "NET_NOT_GROSS_LESS_DEDUCTIONS").required(gross.minusOrZero(deducted), net));
        }
        if (person != null && !seen.add(person)) {
            errors.add(Reason.at("/id_number", "WORKER_TWICE_IN_SHEET"));
        }
        if (!errors.isEmpty() || person == null || gross == null || deducted == null || net == null) {
            all.add(new SheetRow.Unread(read, errors, net));
            return;
        }
        var card = row.get(Columns.BANK_CARD);
        all.add(new SheetRow.Entry(
                read,
                person,
                name == null ? null : cipher.protect(name),
                card == null ? null : cipher.protect(card),
                days,
                pieces,
                gross,
                deducted.isZero() ? List.of() : List.of(new PayrollLine.Deduction("DEDUCTIONS", deducted)),
                net,
                insured(row)));
    }

    private @Nullable String person(Map<String, String> row, List<Reason> errors) {
        var number = row.get(Columns.ID_NUMBER);
        var pseudonym = row.get(Columns.PERSON_ID);
        if (number == null) {
            if (pseudonym == null || !pseudonym.matches("[A-Za-z0-9-]{3,40}")) {
                errors.add(Reason.at("/id_number", "REQUIRED"));
                return null;
            }
            return pseudonym;
        }
        var fault = ResidentId.fault(number, today);
        if (fault.isPresent()) {
            errors.add(Reason.at("/id_number", "ID_NUMBER_" + fault.get()).clause("GB 11643"));
            return null;
        }
        return WorkerId.of(ResidentId.of(number, today), workerKey).value();
    }

    private static @Nullable Money money(Map<String, String> row, String column, List<Reason> errors) {
        var text = row.get(column);
        if (text == null) {
            errors.add(Reason.at("/" + column, "REQUIRED"));
            return null;
        }
        var plain = text.replace(",", "");
        if (!MONEY.matcher(plain).matches()) {
            errors.add(Reason.at("/" + column, "INVALID_MONEY"));
            return null;
        }
        return Money.of(new BigDecimal(plain));
    }

    private static @Nullable BigDecimal number(Map<String, String> row, String column, List<Reason> errors) {
        var text = row.get(column);
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,2})?")) {
            errors.add(Reason.at("/" + column, "INVALID_NUMBER"));
            return null;
        }
        return new BigDecimal(text);
    }

    private static boolean insured(Map<String, String> row) {
        return switch (row.getOrDefault(Columns.INSURED, "")) {
            case "是", "已参保", "true", "TRUE", "1", "Y" -> true;
            default -> false;
        };
    }

    int read() {
        return read;
    }

    List<SheetRow> all() {
        return all;
    }

    List<SheetRow.Entry> lines() {
        return all.stream()
                .filter(SheetRow.Entry.class::isInstance)
                .map(SheetRow.Entry.class::cast)
                .toList();
    }

    List<SheetRow.Unread> faults() {
        return all.stream()
                .filter(SheetRow.Unread.class::isInstance)
                .map(SheetRow.Unread.class::cast)
                .toList();
    }
}
