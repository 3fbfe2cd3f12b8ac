package cn.sanming.migrant.wage.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.wage.Acting;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationNoticeTest {

    private static final NoticeText CLEAN =
            new NoticeText("三明测试劳务有限公司", "三元区测试路1号", "测试甲", "拖欠23名农民工2024年3月工资157550.00元", "责令支付，加付赔偿金78775.00元");

    private static ViolationNotice notice(String finalOn, NoticeText text) {
        var draft = new NoticeForms.Draft(
                Acting.FIRM,
                NoticeGround.LARGE_ARREARS,
                null,
                null,
                finalOn == null ? null : LocalDate.parse(finalOn),
                null,
                null,
                null,
                "",
                "");
        return ViolationNotice.draft(draft, text, "350404", Acting.officer("INSPECTOR", "2024-07-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "工人身份证350404199001010011有欠薪, IDENTITY_NUMBER",
        "身份证 350404 19900101 001X, IDENTITY_NUMBER",
        "号码３５０４０４１９９００１０１００１１, IDENTITY_NUMBER",
        "老号350404900101001, IDENTITY_NUMBER",
        "350404********0011, IDENTITY_NUMBER",
        "电话13800138000, PHONE_NUMBER",
        "电话+86 138-0013-8000, PHONE_NUMBER",
        "座机0598-8222222, PHONE_NUMBER",
        "卡号6222 0212 3456 7890 123, CARD_NUMBER",
        "wABCDEFGHIJKLMNOPQRSTUVWXYZ234567, WORKER_PSEUDONYM",
        "拖欠农民工张三、李四工资, LIST_OF_WORKERS",
        "名单：王五 赵六, LIST_OF_WORKERS",
        "'张三，李四，王小五等人', LIST_OF_WORKERS"
    })
    void findsPersonalDataHoweverItIsWritten(String text, PersonalData kind) {
        assertThat(PersonalData.in(text)).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "三明测试劳务有限公司（91350404MA0FJM020R）拖欠23名农民工2024年3月工资157550.00元",
                "2024年7月3日作出行政处理决定，明人社监处〔2024〕0012号，合同价2800000.00元",
                "拖欠农民工张某、李某等人工资",
                "法定代表人张三",
                "福建明建测试建设有限公司、三明测试置业有限公司"
            })
    void leavesUnitsAmountsAndDaysAlone(String text) {
        assertThat(PersonalData.in(text)).isEqualTo(Set.of());
    }

    @Test
    void isApprovedOnceTheDecisionIsFinalAndTheTextClean() {
        var today = Acting.officer("INSPECTION_HEAD", "2024-07-10");

        assertThat(Acting.codes(notice(null, CLEAN).approve(today))).containsExactly("DECISION_NOT_FINAL");
        assertThat(Acting.codes(notice("2024-07-11", CLEAN).approve(today))).containsExactly("DECISION_NOT_FINAL");
        assertThat(Acting.codes(notice("2024-07-10", CLEAN).approve(today))).isEmpty();
    }

    @Test
    void namesTheFieldOfAFaultAndNeverItsContent() {
        var text = new NoticeText("三明测试劳务有限公司", null, "测试甲", "电话13800138000", "名单：王五、赵六");
        var verdict = notice("2024-07-01", text).approve(Acting.officer("INSPECTION_HEAD", "2024-07-10"));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(
                        refused.refusal().reasons())
                .extracting(Reason::pointer, Reason::code)
                .containsExactly(
                        tuple("/address", "REQUIRED_FOR_PUBLICATION"),
                        tuple("/facts", "PHONE_NUMBER"),
                        tuple("/handling", "LIST_OF_WORKERS")));
        assertThat(verdict.toString()).doesNotContain("13800138000", "王五");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, 2024Q1",
        "2024-03-31, 2024Q1",
        "2024-04-01, 2024Q2",
        "2024-09-30, 2024Q3",
        "2024-12-31, 2024Q4"
    })
    void belongsToTheQuarterOfItsPublication(String day, String quarter) {
        var notice = notice("2024-01-01", CLEAN);

        notice.publish(Acting.officer("INSPECTION_HEAD", day));

        assertThat(notice.quarter()).isEqualTo(quarter);
        assertThat(Acting.lastEvent(notice.file()).path("quarter").asString()).isEqualTo(quarter);
    }

    @Test
    void refusesACorrectionWithPersonalData() {
        var notice = notice("2024-07-01", CLEAN);

        assertThat(Acting.codes(notice.correct("更正：13800138000"))).isEqualTo(List.of("PHONE_NUMBER"));
        assertThat(Acting.codes(notice.correct("更正：金额应为157550.00元"))).isEmpty();
        assertThat(notice.correction()).isEqualTo("更正：金额应为157550.00元");
    }
}
