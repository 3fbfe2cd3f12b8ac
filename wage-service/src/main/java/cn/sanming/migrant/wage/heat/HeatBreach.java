package cn.sanming.migrant.wage.heat;

/// What can be broken on a hot day (高温违规); 防暑降温措施管理办法 art. 8.
enum HeatBreach {
    STOP_OUTDOOR,
    MAX_OUTDOOR_HOURS,
    FORBIDDEN_WINDOW,
    NO_OVERTIME,
    PROTECTED_PERSON
}
