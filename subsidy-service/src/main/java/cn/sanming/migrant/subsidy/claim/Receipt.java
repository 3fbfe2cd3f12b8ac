package cn.sanming.migrant.subsidy.claim;

import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the applicant says about the money (到账确认): it came, or it did not, and what finance found out then.
public record Receipt(
        Status status,
        LocalDate saidOn,
        @Nullable String reason,
        @Nullable String answer,
        @Nullable LocalDate answeredOn) {

    public enum Status {
        CONFIRMED,
        DISPUTED,
        ANSWERED
    }

    public static Receipt confirmed(CommandContext context) {
        return new Receipt(Status.CONFIRMED, context.today(), null, null, null);
    }

    public static Receipt disputed(String reason, CommandContext context) {
        return new Receipt(Status.DISPUTED, context.today(), reason, null, null);
    }

    public Receipt answered(String finding, CommandContext context) {
        return new Receipt(Status.ANSWERED, saidOn, reason, finding, context.today());
    }

    public boolean is(Status wanted) {
        return status == wanted;
    }
}
