package cn.sanming.migrant.wage.contract;

/// States of a labour contract; the transitions stand in `lifecycles/LabourContract.yaml`.
enum ContractState {
    DRAFT,
    ACTIVE,
    VOID,
    EXPIRED,
    TERMINATED
}
