package cn.sanming.migrant.platform.reference.sheet;

import cn.sanming.migrant.platform.reference.sheet.cells.Cell;
import cn.sanming.migrant.platform.reference.sheet.cells.RawRow;
import java.util.regex.Pattern;

/// Tells data from what stands around it: totals, signatures, notes, repeated headers and empty tails.
final class RowKinds {

    private static final Pattern TOTAL = Pattern.compile("(.{0,6}(合计|总计|共计)|总额|累计|汇总|总和|grandtotal|total|sum).*");
    private static final Pattern SUBTOTAL = Pattern.compile("(.{0,12}小计|本页合计|页计|本页|分计|.{1,12}部门合计|subtotal).*");
    private static final Pattern SIGNATURE = Pattern.compile(
            "(制表|编制|填表|填报|造表|审核|复核|审批|批准|核准|核对|经办|负责人|单位负责|项目负责|项目经理|部门负责|财务|会计|出纳|主管|领导|总经理|法定代表|法人|"
                    + "班组长|劳资员|劳资专管|公司\\(盖章|单位\\(盖章|盖章|公章|签字|签名|签章|日期|打印日期|制单|preparedby|approvedby|checkedby|signature).*");
    private static final Pattern NOTE = Pattern.compile("(备注|说明|注|附注|填表说明|填报说明|提示|以下空白|以下无正文|声明|承诺|note|remark).*");

    /// A row that only names a part of the sheet; the name of a person does not end like that.
    private static final Pattern SECTION = Pattern.compile(
            ".{1,20}(车间|班组|部门|工段|工区|标段|项目部|分公司|办公室|管理人员|生产线|施工队|作业队|分厂|门店)|[一二三四五六七八九十0-9]+(班|组|队|部|线|厂|号楼)");

    private static final Pattern ZERO = Pattern.compile("[-+]?0*(\\.0*)?");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.,]+");
    private static final int LONGEST = 40;

    private final Header header;

    RowKinds(Header header) {
        this.header = header;
    }

    RowKind of(RawRow row) {
        int filled = 0;
        int first = -1;
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cell(i).isEmpty()) {
                filled++;
                first = first < 0 ? i : first;
            }
        }
        if (filled == 0 || saysNothing(row)) {
            return RowKind.EMPTY;
        }
        if (header.repeats(row)) {
            return RowKind.HEADER_AGAIN;
        }
        if (header.identifies(row)) {
            return RowKind.DATA;
        }
        var word = words(row);
        boolean alone = filled == 1
                && (header.isLoose(first, row.cell(first))
                        || SECTION.matcher(Headings.plain(row.cell(first).text()))
                                .matches());
        return word == RowKind.DATA && alone ? RowKind.NOTE : word;
    }

    /// Only numbering, or formulas that were drawn down and give nothing.
    private boolean saysNothing(RawRow row) {
        for (int i = 0; i < row.cells().size(); i++) {
            var cell = row.cell(i);
            if (cell.isEmpty() || header.isNumbering(i)) {
                continue;
            }
            boolean nothing = ZERO.matcher(cell.text()).matches()
                    || cell.kind() == Cell.Kind.UNCALCULATED
                    || cell.text().matches("[-—–/]");
            if (!nothing) {
                return false;
            }
        }
        return true;
    }

    /// Totals say so in any text of the row, everything else in its first one.
    private static RowKind words(RawRow row) {
        boolean first = true;
        for (var cell : row.cells()) {
            if (cell.kind() != Cell.Kind.TEXT || NUMBER.matcher(cell.text()).matches()) {
                continue;
            }
            var plain =
                    Headings.plain(cell.text().substring(0, Math.min(cell.text().length(), LONGEST)));
            if (SUBTOTAL.matcher(plain).matches()) {
                return RowKind.SUBTOTAL;
            }
            if (TOTAL.matcher(plain).matches()) {
                return RowKind.TOTAL;
            }
            if (first && SIGNATURE.matcher(plain).matches()) {
                return RowKind.SIGNATURE;
            }
            if (first && NOTE.matcher(plain).matches()) {
                return RowKind.NOTE;
            }
            first = false;
        }
        return RowKind.DATA;
    }
}
