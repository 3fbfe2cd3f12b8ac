package cn.sanming.migrant.platform.kernel;

/// A step was not done and comes again: an event, a job and a follow-up are repeated until they are done.
public final class RetryLater extends RuntimeException {

    private final transient Refusal refusal;

    public RetryLater(Refusal refusal) {
        super(refusal.kind() + " "
                + refusal.reasons().stream().map(Reason::code).toList());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
