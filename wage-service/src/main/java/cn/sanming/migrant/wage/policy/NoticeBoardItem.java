package cn.sanming.migrant.wage.policy;

/// The thirteen items of a site's notice board (维权信息告示牌), in the order of 支付条例 art. 34.
public enum NoticeBoardItem {
    OWNER,
    GENERAL_CONTRACTOR,
    PROJECT_DEPARTMENT,
    SUBCONTRACTORS,
    INDUSTRY_AUTHORITY,
    LABOUR_OFFICER,
    LOCAL_MINIMUM_WAGE,
    PAY_DAY,
    AUTHORITY_PHONE,
    INSPECTION_PHONE,
    ARBITRATION_CHANNEL,
    LEGAL_AID_CHANNEL,
    LEGAL_SERVICE_HOTLINE
}
