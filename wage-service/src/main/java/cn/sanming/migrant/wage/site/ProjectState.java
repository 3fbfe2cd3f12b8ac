package cn.sanming.migrant.wage.site;

/// States of a construction project; the transitions stand in `lifecycles/ConstructionProject.yaml`.
public enum ProjectState {
    REGISTERED,
    STARTED,
    SUSPENDED,
    COMPLETED,
    SETTLED
}
