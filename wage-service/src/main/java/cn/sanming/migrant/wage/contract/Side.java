package cn.sanming.migrant.wage.contract;

/// The two sides of a contract (合同双方); it stands when both have signed.
enum Side {
    EMPLOYER,
    WORKER;

    Side other() {
        return switch (this) {
            case EMPLOYER -> WORKER;
            case WORKER -> EMPLOYER;
        };
    }
}
