package cn.sanming.migrant.wage.payroll;

/// States of a payroll; the transitions stand in `lifecycles/Payroll.yaml`.
public enum PayrollState {
    DRAFT,
    SIGNED,
    SUBMITTED,
    VERIFIED,
    AT_BANK,
    PARTIALLY_PAID,
    PAID
}
