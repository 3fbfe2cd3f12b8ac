package cn.sanming.migrant.legalaid.aid;

/// What legal aid is asked for (援助事项).
public enum Matter {
    LABOUR_PAY,
    WORK_INJURY_DAMAGES,
    CONFIRM_LABOUR_RELATION,
    SOCIAL_INSURANCE,
    DIVORCE,
    OTHER;

    /// Whether a migrant worker's means are not looked at (免于经济困难审查).
    public boolean exemptForMigrants() {
        return this == LABOUR_PAY || this == WORK_INJURY_DAMAGES;
    }

    static boolean exemptForMigrants(String name) {
        return name.equals(LABOUR_PAY.name()) || name.equals(WORK_INJURY_DAMAGES.name());
    }
}
