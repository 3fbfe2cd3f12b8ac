package cn.sanming.migrant.job.vacancy.imports;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the columns of a sheet are called, in Chinese as on paper or in English as in the API, and what a cell means.
final class Columns {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> NUMBERS = Set.of("openings", "required_level", "age_min", "validity_days");
    private static final Set<String> MONEY = Set.of("wage_min", "wage_max");
    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("用人单位统一社会信用代码", "employer_uscc"),
            Map.entry("统一社会信用代码", "employer_uscc"),
            Map.entry("机构岗位编号", "reference"),
            Map.entry("岗位编号", "reference"),
            Map.entry("行政区划代码", "district"),
            Map.entry("工作地", "district"),
            Map.entry("岗位名称", "title"),
            Map.entry("职业代码", "occupation_code"),
            Map.entry("招聘人数", "openings"),
            Map.entry("最低工资", "wage_min"),
            Map.entry("最高工资", "wage_max"),
            Map.entry("计薪方式", "wage_unit"),
            Map.entry("技能等级", "required_level"),
            Map.entry("最低年龄", "age_min"),
            Map.entry("联系方式", "contact"),
            Map.entry("联系人", "contact"),
            Map.entry("发布渠道", "channels"),
            Map.entry("有效天数", "validity_days"));
    private static final Map<String, String> UNITS =
            Map.of("月", "MONTH", "按月", "MONTH", "日", "DAY", "按日", "DAY", "小时", "HOUR", "件", "PIECE", "计件", "PIECE");

    private Columns() {}

    static String named(@Nullable String heading) {
        if (heading == null) {
            return "";
        }
        var bare = heading.strip().replaceAll("[（(].*[)）]$", "").strip();
        return CHINESE.getOrDefault(bare, bare.toLowerCase(Locale.ROOT));
    }

    /// The row as the API would have got it; what is no number where one belongs stays text and is refused as such.
    static JsonNode typed(Map<String, String> cells) {
        var row = JSON.createObjectNode();
        cells.forEach((name, text) -> put(row, name, text));
        return row;
    }

    private static void put(ObjectNode row, String name, String text) {
        if (NUMBERS.contains(name) && text.matches("[0-9]{1,9}(\\.0+)?")) {
            row.put(name, new BigDecimal(text).intValueExact());
        } else if (MONEY.contains(name) && text.replace(",", "").matches("[0-9]{1,10}(\\.[0-9]{1,2}0*)?")) {
            row.put(name, new BigDecimal(text.replace(",", "")).setScale(2).toPlainString());
        } else if (name.equals("wage_unit")) {
            row.put(name, UNITS.getOrDefault(text, text.toUpperCase(Locale.ROOT)));
        } else if (name.equals("channels")) {
            var channels = row.putArray(name);
            for (var channel : text.split("[,;、，；/|]")) {
                if (!channel.isBlank()) {
                    channels.add(channel.strip().toUpperCase(Locale.ROOT));
                }
            }
        } else {
            row.put(name, text);
        }
    }
}
