package cn.sanming.migrant.wage.payroll;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The fingerprint of a sheet's content: equal for the same rows in any format and order, so a repeated upload is
/// known.
final class SheetContent {

    private SheetContent() {}

    static String fingerprint(List<PayrollLine> lines, int rejected) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            lines.stream()
                    .map(SheetContent::row)
                    .sorted()
                    .forEach(row -> digest.update(row.getBytes(StandardCharsets.UTF_8)));
            digest.update(Integer.toString(rejected).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String row(PayrollLine line) {
        return String.join(
                "|",
                line.personId(),
                line.name() == null ? "" : line.name().index(),
                line.card() == null ? "" : line.card().index(),
                String.valueOf(line.days()),
                String.valueOf(line.pieces()),
                line.gross().toString(),
                line.net().toString(),
                Boolean.toString(line.unemploymentInsured()),
                "\n");
    }
}
