package cn.sanming.migrant.platform.jobs;

/// A case could not be handled today; its reason is a code and carries nothing of the case.
public final class CaseNotHandled extends RuntimeException {

    private final String code;

    public CaseNotHandled(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
