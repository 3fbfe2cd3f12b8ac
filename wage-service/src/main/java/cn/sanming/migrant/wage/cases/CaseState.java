package cn.sanming.migrant.wage.cases;

/// States of an arrears case; the transitions stand in `lifecycles/ArrearsCase.yaml`.
public enum CaseState {
    CLUE_RECEIVED,
    FILED,
    TRANSFERRED,
    NOT_FILED,
    INVESTIGATING,
    ORDERED,
    PAID,
    CLOSED,
    DEFAULTED,
    DECIDED,
    CRIME_REFERRED,
    ENFORCEMENT
}
