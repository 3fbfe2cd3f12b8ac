package cn.sanming.migrant.subsidy.application;

/// The six kinds of subsidy (补贴类别), the measure whose budget pays each, and whether a person or a firm applies.
enum Kind {
    POST("M02", false),
    AGENCY_REWARD("M03", false),
    STARTUP("M04", true),
    STARTUP_JOBS("M04", false),
    APPRAISAL("M06", true),
    APPRAISAL_FEE("M06", true);

    private final String measure;
    private final boolean personal;

    Kind(String measure, boolean personal) {
        this.measure = measure;
        this.personal = personal;
    }

    String measure() {
        return measure;
    }

    boolean personal() {
        return personal;
    }

    /// Whether blacklisting of the employer reaches the application; a worker's own appraisal subsidies it never does.
    boolean employerSide() {
        return this != APPRAISAL && this != APPRAISAL_FEE;
    }
}
