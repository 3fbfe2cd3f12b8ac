package cn.sanming.migrant.supervision.task;

/// In which capacity a unit has a task: it leads the measure, is named responsible, or is a county government.
public enum TaskRole {
    LEAD,
    RESPONSIBLE,
    COUNTY
}
