package cn.sanming.migrant.job.vacancy;

import static cn.sanming.migrant.job.Deeds.VACANCIES;

import cn.sanming.migrant.job.Deeds;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.SettableClock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// What the tests of partner agencies share: agencies, their lines and the verdicts on them.
abstract class PartnerSteps {

    static final String IMPORTS = VACANCIES + "/imports";
    static final String HEADER = "用人单位统一社会信用代码,岗位编号,行政区划代码,岗位名称,职业代码,招聘人数,最低工资,最高工资,计薪方式,联系方式,发布渠道\n";

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void day() {
        clock.set("2024-03-04");
    }

    Api agency(int number) {
        return api.as(Deeds.agency(Deeds.creditCode(number)));
    }

    static List<String> verdicts(Api.Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("verdict").asString())
                .toList();
    }

    static String line(String reference, String title, String wage) {
        return String.join(
                        ",",
                        Deeds.creditCode(1),
                        reference,
                        "350404",
                        title,
                        "6-31-01-03",
                        "2",
                        "1500",
                        wage,
                        "月",
                        "人事部",
                        "WECHAT、WEB")
                + "\n";
    }
}
