package cn.sanming.migrant.wage.contract;

/// Legal grounds to end a contract before its day (解除和终止事由), and which side may rely on each; 劳动合同法 art. 36-41, 44.
enum TerminationGround {
    AGREEMENT_ART_36,
    WORKER_NOTICE_ART_37,
    EMPLOYER_FAULT_ART_38,
    WORKER_FAULT_ART_39,
    EMPLOYER_NOTICE_ART_40,
    REDUNDANCY_ART_41,
    RETIREMENT_OR_DEATH_ART_44,
    EMPLOYER_CEASED_ART_44;

    boolean openTo(Side side) {
        return switch (this) {
            case AGREEMENT_ART_36, RETIREMENT_OR_DEATH_ART_44, EMPLOYER_CEASED_ART_44 -> true;
            case WORKER_NOTICE_ART_37, EMPLOYER_FAULT_ART_38 -> side == Side.WORKER;
            case WORKER_FAULT_ART_39, EMPLOYER_NOTICE_ART_40, REDUNDANCY_ART_41 -> side == Side.EMPLOYER;
        };
    }
}
