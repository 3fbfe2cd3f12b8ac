package cn.sanming.migrant.wage.payroll.imports;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the columns of a sheet are called, in Chinese as on paper or in English as in the API.
final class Columns {

    static final String ID_NUMBER = "id_number";
    static final String PERSON_ID = "person_id";
    static final String NAME = "name";
    static final String BANK_CARD = "bank_card";
    static final String DAYS = "days";
    static final String PIECES = "pieces";
    static final String GROSS = "gross";
    static final String DEDUCTIONS = "deductions";
    static final String NET = "net";
    static final String INSURED = "unemployment_insured";

    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("身份证号", ID_NUMBER),
            Map.entry("身份证号码", ID_NUMBER),
            Map.entry("公民身份号码", ID_NUMBER),
            Map.entry("姓名", NAME),
            Map.entry("银行卡号", BANK_CARD),
            Map.entry("工资卡号", BANK_CARD),
            Map.entry("出勤天数", DAYS),
            Map.entry("计件数量", PIECES),
            Map.entry("应发工资", GROSS),
            Map.entry("扣款", DEDUCTIONS),
            Map.entry("代扣", DEDUCTIONS),
            Map.entry("实发工资", NET),
            Map.entry("失业保险", INSURED));

    private Columns() {}

    static String named(@Nullable String heading) {
        if (heading == null) {
            return "";
        }
        var bare = heading.strip().replaceAll("[（(].*[)）]$", "").strip();
        return CHINESE.getOrDefault(bare, bare.toLowerCase(Locale.ROOT));
    }
}
