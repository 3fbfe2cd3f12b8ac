package cn.sanming.migrant.wage.arrears;

/// How late wages are (预警等级); the days stand in the parameter `wage.arrears.levels`.
public enum ArrearsLevel {
    NONE,
    YELLOW,
    ORANGE,
    RED,
    /// Paid, or found not to be owed.
    CLEARED
}
