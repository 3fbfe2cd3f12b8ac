package cn.sanming.migrant.platform.reference.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// What people do to a payroll of two workers before they send it; the workers stay the same.
enum Quirk {
    NONE(() -> grid(Same.HEADER, first(), second())),
    TITLE(() -> grid(row("沙县测试纺织有限公司2024年3月工资表"), Same.HEADER, first(), second())),
    TITLE_AND_UNIT(() -> grid(row("工资表"), row("", "编制单位：综合部", "", "2024年3月"), Same.HEADER, first(), second())),
    EMPTY_ROWS_ABOVE(() -> grid(row("", "", ""), row(), Same.HEADER, first(), second())),
    EMPTY_STYLED_ROW_BELOW_HEADER(() -> grid(Same.HEADER, row("", "", "", "", "", "", ""), first(), second())),
    BREAKS_AND_ASTERISKS(() ->
            grid(row("姓\n名*", "* 身份证\r\n号码", "银行卡号 ", "出勤\n天数(天)", "应发工资（元）", "扣 款", "实发工资【元】"), first(), second())),
    FULL_WIDTH(() -> grid(row("姓　名", "身份证号：", "银行卡号", "出勤天数", "应发工资（元）", "扣款", "实发工资"), first(), second())),
    SYNONYMS(() -> grid(row("员工姓名", "证件号码", "银行账号", "实际出勤", "应发合计", "代扣", "实发金额"), first(), second())),
    TWO_ROWS(() -> grid(
            row("姓名", "身份证号", "银行卡号", "出勤天数", "工资", "", ""),
            row("", "", "", "", "应发工资", "扣款", "实发工资"),
            first(),
            second())),
    GROUP_OF_DEDUCTIONS(() -> grid(
            row("姓名", "身份证号", "银行卡号", "出勤天数", "应发工资", "扣款", "", "", "实发工资"),
            row("", "", "", "", "", "社保", "个税", "小计", ""),
            row("测试甲", Same.A, Same.CARD_A, 22, 6850.35, 0, 0, 0, 6850.35),
            row("测试乙", Same.B, Same.CARD_B, 22.1, 6850, 300, 50, 350, 6500))),
    TWO_DEDUCTIONS(() -> grid(
            row("姓名", "身份证号", "银行卡号", "出勤天数", "应发工资", "社保", "水电费", "实发工资"),
            row("测试甲", Same.A, Same.CARD_A, 22, 6850.35, "", "", 6850.35),
            row("测试乙", Same.B, Same.CARD_B, 22.1, 6850, 300, 50, 6500))),
    NUMBERING_AND_REMARKS(() -> grid(
            row("序号", "姓名", "身份证号", "银行卡号", "出勤天数", "应发工资", "扣款", "实发工资", "领款人签字", "备注"),
            row(1, "测试甲", Same.A, Same.CARD_A, 22, 6850.35, 0, 6850.35, "", "好"),
            row(2, "测试乙", Same.B, Same.CARD_B, 22.1, 6850, 350, 6500, "", ""),
            row(3, "", "", "", "", "", "", "", "", ""))),
    TOTAL(() -> grid(Same.HEADER, first(), second(), row("合 计", "", "", 44.1, 13700.35, 350, 13350.35))),
    TOTAL_IN_WORDS(
            () -> grid(Same.HEADER, first(), second(), row("合计（大写）：壹万叁仟叁佰伍拾元叁角伍分", "", "", "", "", "", 13350.35))),
    SUBTOTALS(() -> grid(
            Same.HEADER,
            row("一车间"),
            first(),
            row("小计", "", "", 22, 6850.35, 0, 6850.35),
            row("二车间"),
            second(),
            row("小计", "", "", 22.1, 6850, 350, 6500),
            row("总计", "", "", 44.1, 13700.35, 350, 13350.35))),
    SIGNATURES(() ->
            grid(Same.HEADER, first(), second(), row("制表人：张三", "", "审核人：李四", "", "单位负责人：王五"), row("日期：2024年4月1日"))),
    HEADER_AGAIN(() -> grid(Same.HEADER, first(), row("本页合计", "", "", 22, 6850.35, 0, 6850.35), Same.HEADER, second())),
    FORMULAS_DRAWN_DOWN(
            () -> grid(Same.HEADER, first(), second(), row("", "", "", "", 0, 0, 0), row("", "", "", "", 0, 0, 0))),
    AMOUNTS_AS_TEXT(() -> grid(
            Same.HEADER,
            row("测试甲", Same.A, "6222 0214 0500 1000 074", "22天", "6,850.35", "-", "￥6,850.35"),
            row("测试乙", Same.B, Same.CARD_B, "22.1", "6850元", "350.00 ", "６５００"))),
    NUMBERS_WITH_BLANKS(() -> grid(
            Same.HEADER,
            row("测试甲", "\u00A0" + Same.A + " ", Same.CARD_A, 22, 6850.35, 0, 6850.35),
            row("测 试 乙", "350404 19900202 0020", Same.CARD_B, 22.1, 6850, 350, 6500))),
    MANY_COLUMNS(() -> grid(
            row("部门", "姓名", "性别", "身份证号", "联系电话", "开户行", "银行卡号", "基本工资", "加班工资", "出勤天数", "应发工资", "扣款", "实发工资"),
            row("缝纫", "测试甲", "女", Same.A, "13800138000", "工行", Same.CARD_A, 5000, 1850.35, 22, 6850.35, 0, 6850.35),
            row("裁剪", "测试乙", "男", Same.B, "13900139000", "农行", Same.CARD_B, 5000, 1850, 22.1, 6850, 350, 6500)));

    private final Supplier<List<List<Object>>> grid;

    Quirk(Supplier<List<List<Object>>> grid) {
        this.grid = grid;
    }

    List<List<Object>> grid() {
        return grid.get();
    }

    private static List<Object> first() {
        return row("测试甲", Same.A, Same.CARD_A, 22, 6850.35, 0, 6850.35);
    }

    private static List<Object> second() {
        return row("测试乙", Same.B, Same.CARD_B, 22.1, 6850, 350, 6500);
    }

    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }

    @SafeVarargs
    private static List<List<Object>> grid(List<Object>... rows) {
        return new ArrayList<>(Arrays.asList(rows));
    }

    /// What stays the same.
    static final class Same {
        static final String A = "350404199001010015";
        static final String B = "350404199002020020";
        static final String CARD_A = "6222021405001000074";
        static final String CARD_B = "6222021405001000140";
        static final List<Object> HEADER = row("姓名", "身份证号", "银行卡号", "出勤天数", "应发工资", "扣款", "实发工资");

        private Same() {}
    }
}
