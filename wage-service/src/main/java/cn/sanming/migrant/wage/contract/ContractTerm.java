package cn.sanming.migrant.wage.contract;

/// How long a contract runs (合同期限): to a day, without end, or until a piece of work is done; 劳动合同法 art. 12.
enum ContractTerm {
    FIXED,
    OPEN,
    PROJECT
}
