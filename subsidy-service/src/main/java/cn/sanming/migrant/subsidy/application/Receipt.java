package cn.sanming.migrant.subsidy.application;

import cn.sanming.migrant.platform.casefile.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the applicant says about the money (到账确认): it came, or it did not, and what finance found out then.
record Receipt(
        Status status,
        LocalDate saidOn,
        @Nullable String reason,
        @Nullable String answer,
        @Nullable LocalDate answeredOn) {

    enum Status {
        CONFIRMED,
        DISPUTED,
        ANSWERED
    }

    static Receipt confirmed(Act act) {
        return new Receipt(Status.CONFIRMED, act.today(), null, null, null);
    }

    static Receipt disputed(String reason, Act act) {
        return new Receipt(Status.DISPUTED, act.today(), reason, null, null);
    }

    Receipt answered(String finding, Act act) {
        return new Receipt(Status.ANSWERED, saidOn, reason, finding, act.today());
    }

    boolean is(Status wanted) {
        return status == wanted;
    }
}
