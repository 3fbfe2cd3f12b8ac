package cn.sanming.migrant.wage.deposit;

/// States of a wage deposit; the transitions stand in `lifecycles/WageDeposit.yaml`.
enum DepositState {
    DUE,
    LODGED,
    EXEMPT,
    DRAWN,
    RELEASE_PUBLICITY,
    RELEASED
}
