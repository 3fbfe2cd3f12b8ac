package cn.sanming.migrant.wage.injury;

import org.jspecify.annotations.Nullable;

/// Who asks for the recognition (申请人), and by which code they are known again; 工伤保险条例 art. 17.
record Applicant(
        Kind kind,
        @Nullable String uscc,
        @Nullable String personId,
        @Nullable String unit) {

    enum Kind {
        EMPLOYER,
        WORKER,
        RELATIVE,
        UNION;

        boolean isEmployer() {
            return this == EMPLOYER;
        }
    }
}
