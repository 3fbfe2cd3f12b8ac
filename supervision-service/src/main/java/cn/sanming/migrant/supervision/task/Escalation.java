package cn.sanming.migrant.supervision.task;

/// How far up the matter has gone (逐级督办): to the unit itself, to the lead unit, to the Supervision Office.
enum Escalation {
    NONE,
    UNIT,
    LEAD_UNIT,
    SUPERVISION_OFFICE
}
