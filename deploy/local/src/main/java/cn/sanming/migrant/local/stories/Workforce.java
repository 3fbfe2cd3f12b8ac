package cn.sanming.migrant.local.stories;

import cn.sanming.migrant.local.city.LocalKeys;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.ResidentId;
import cn.sanming.migrant.platform.reference.WorkerId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;

/// The workers of a story: fictional people with identity numbers of the right form, and their payroll as a
/// spreadsheet.
///
/// @param idNumbers fictional: the district code of the prefix exists only since 2021
public record Workforce(List<String> idNumbers, Money wage) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    public static Workforce of(int workers, Money wage) {
        return new Workforce(
                IntStream.range(0, workers)
                        .mapToObj(i -> withCheckDigit(
                                "350404" + "1990%02d%02d".formatted(i % 12 + 1, i + 1) + "0%02d".formatted(10 + i)))
                        .toList(),
                wage);
    }

    /// Identity numbers of the right form, all different.
    public static List<String> many(int workers) {
        var day = LocalDate.of(1960, 1, 1);
        return IntStream.range(0, workers)
                .mapToObj(i -> withCheckDigit(
                        "350404" + day.plusDays(i / 500).toString().replace("-", "") + "%03d".formatted(i % 500)))
                .toList();
    }

    private static String withCheckDigit(String seventeen) {
        int sum = IntStream.range(0, WEIGHTS.length)
                .map(i -> WEIGHTS[i] * Character.digit(seventeen.charAt(i), 10))
                .sum();
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    /// The workers as every department knows them.
    List<String> personIds() {
        var key = Base64.getDecoder().decode(LocalKeys.PSEUDONYM);
        var today = LocalDate.of(2024, 1, 1);
        return idNumbers.stream()
                .map(number -> WorkerId.of(ResidentId.of(number, today), key).value())
                .toList();
    }

    Money total() {
        return wage.times(idNumbers.size());
    }

    /// The payroll as an employer would upload it (工资表.xlsx).
    public byte[] payrollSheet() {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "payroll", "1.0")) {
            var sheet = workbook.newWorksheet("2024年3月");
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("姓名", "身份证号", "出勤天数", "应发工资(元)", "扣款(元)", "实发工资(元)", "失业保险"));
            for (int i = 0; i < idNumbers.size(); i++) {
                rows.add(List.of(
                        "测试工人" + (i + 1), idNumbers.get(i), "26", wage.toString(), "0.00", wage.toString(), "是"));
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
