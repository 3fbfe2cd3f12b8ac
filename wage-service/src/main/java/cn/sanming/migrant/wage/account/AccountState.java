package cn.sanming.migrant.wage.account;

/// States of a special account; the transitions stand in `lifecycles/SpecialAccount.yaml`.
enum AccountState {
    PENDING,
    OPEN,
    CLOSING_PUBLICITY,
    CLOSED
}
