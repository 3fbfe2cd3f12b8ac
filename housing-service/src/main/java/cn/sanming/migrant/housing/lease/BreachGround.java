package cn.sanming.migrant.housing.lease;

/// Why a tenant has to leave (违约情形); 公共租赁住房管理办法.
enum BreachGround {
    RENT_ARREARS,
    VACANT,
    SUBLET,
    CHANGED_USE,
    FALSE_STATEMENT
}
