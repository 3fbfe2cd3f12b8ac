package cn.sanming.migrant.job.hardship;

/// Why somebody finds no work without help (就业困难人员类别).
public enum HardshipCategory {
    OLDER,
    DISABLED,
    LOW_INCOME_FAMILY,
    LONG_TERM_UNEMPLOYED,
    ZERO_EMPLOYMENT_FAMILY,
    LAND_LOST;

    /// Whether a second public-welfare post is open to this group; for the disabled, if the disability is severe
    /// (重度残疾).
    public boolean mayBePlacedTwice(boolean severe) {
        return this == OLDER || this == ZERO_EMPLOYMENT_FAMILY || this == DISABLED && severe;
    }
}
