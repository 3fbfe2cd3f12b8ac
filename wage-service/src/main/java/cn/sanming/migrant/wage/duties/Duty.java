package cn.sanming.migrant.wage.duties;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A duty of the ordinance (支付条例, State Council Order 724): who has it, by which clause, and what a breach costs.
enum Duty {
    WAGES_IN_MONEY("以货币形式按约定支付给本人", "支付条例 art. 11", "支付条例 art. 54", "EMPLOYER"),
    PAID_ON_TIME("按约定日期足额支付", "支付条例 art. 12, 14", "欠薪分级预警", "EMPLOYER"),
    LEDGER_KEPT("编制书面工资台账并保存", "支付条例 art. 15", "支付条例 art. 54", "EMPLOYER"),
    LABOUR_COST_PAID("按月拨付人工费用", "支付条例 art. 24, 29", "支付条例 art. 57", "OWNER"),
    ACCOUNT_OPENED("开设工资专用账户", "支付条例 art. 26", "支付条例 art. 55", "GENERAL_CONTRACTOR"),
    REAL_NAME("用工实名登记", "支付条例 art. 28", "支付条例 art. 55", "GENERAL_CONTRACTOR", "SUBCONTRACTOR"),
    LABOUR_OFFICER("配备劳资专管员", "支付条例 art. 28", "支付条例 art. 56", "GENERAL_CONTRACTOR"),
    MONTHLY_PAYROLL("按月编制工资支付表并经本人签字", "支付条例 art. 31", "支付条例 art. 56", "SUBCONTRACTOR"),
    PAID_BY_CONTRACTOR("总包代发工资", "支付条例 art. 31", "欠薪分级预警", "GENERAL_CONTRACTOR"),
    DEPOSIT("存储工资保证金", "支付条例 art. 32", "支付条例 art. 55", "GENERAL_CONTRACTOR"),
    NOTICE_BOARD("设立维权信息告示牌", "支付条例 art. 34", "支付条例 art. 56", "GENERAL_CONTRACTOR"),
    NO_CARD_HELD("不得扣押工资卡", "支付条例 art. 31", "支付条例 art. 54", "GENERAL_CONTRACTOR", "SUBCONTRACTOR"),
    NO_DELAY_BY_DISPUTE("不得因工程量争议拖欠工资", "支付条例 art. 35", null, "OWNER", "GENERAL_CONTRACTOR"),
    ACCOUNT_CLOSED_LAWFULLY("完工且无拖欠、公示后方可注销账户", "支付条例 art. 27", null, "GENERAL_CONTRACTOR", "BANK");

    private final String title;
    private final String clause;
    private final @Nullable String sanction;
    private final List<String> who;

    Duty(String title, String clause, @Nullable String sanction, String... who) {
        this.title = title;
        this.clause = clause;
        this.sanction = sanction;
        this.who = List.of(who);
    }

    String title() {
        return title;
    }

    String clause() {
        return clause;
    }

    /// Nothing where a breach shows in another duty.
    @Nullable
    String sanction() {
        return sanction;
    }

    List<String> who() {
        return who;
    }
}
