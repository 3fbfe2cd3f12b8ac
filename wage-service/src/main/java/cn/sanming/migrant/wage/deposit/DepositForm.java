package cn.sanming.migrant.wage.deposit;

/// How a deposit may be lodged: in cash (现金), by bank guarantee (银行保函) or by insurance (保险).
enum DepositForm {
    CASH,
    BANK_GUARANTEE,
    INSURANCE
}
