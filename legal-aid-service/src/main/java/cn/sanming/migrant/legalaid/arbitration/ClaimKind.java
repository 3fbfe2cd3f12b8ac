package cn.sanming.migrant.legalaid.arbitration;

/// What a claim asks for (仲裁请求). The first four are the kinds of 调解仲裁法 art. 47 (1), which may be awarded finally.
public enum ClaimKind {
    LABOUR_PAY(true),
    INJURY_MEDICAL(true),
    ECONOMIC_COMPENSATION(true),
    DAMAGES(true),
    CONFIRM_LABOUR_RELATION(false),
    OTHER(false);

    private final boolean mayBeFinal;

    ClaimKind(boolean mayBeFinal) {
        this.mayBeFinal = mayBeFinal;
    }

    public boolean mayBeFinal() {
        return mayBeFinal;
    }
}
