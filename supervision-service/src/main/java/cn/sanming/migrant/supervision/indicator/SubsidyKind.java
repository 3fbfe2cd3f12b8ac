package cn.sanming.migrant.supervision.indicator;

import java.util.Optional;

/// The kinds of subsidy (补贴种类) and the measure that pays for each.
public enum SubsidyKind {
    POST("M02"),
    AGENCY_REWARD("M03"),
    STARTUP("M04"),
    STARTUP_JOBS("M04"),
    APPRAISAL("M06"),
    APPRAISAL_FEE("M06");

    private final String measure;

    SubsidyKind(String measure) {
        this.measure = measure;
    }

    public String measure() {
        return measure;
    }

    public static Optional<SubsidyKind> find(String name) {
        for (var kind : values()) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    static String measureOf(String name) {
        return find(name).map(SubsidyKind::measure).orElse("OTHER");
    }
}
