package cn.sanming.migrant.legalaid.aid;

/// How a case of legal aid ended for the worker (结案方式).
enum CaseOutcome {
    WON,
    PARTLY_WON,
    MEDIATED,
    SETTLED,
    LOST,
    OTHER
}
