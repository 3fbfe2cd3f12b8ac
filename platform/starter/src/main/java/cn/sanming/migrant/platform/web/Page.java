package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list; `next` is the cursor of the page after it, or nothing at the end.
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int LARGEST = 200;

    /// Cuts a page out of rows that were read one beyond the limit.
    public static <T> Page<T> of(List<T> rows, int limit, java.util.function.Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    /// @throws Bodies.Refused when less than one row is asked for
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return 50;
        }
        if (asked < 1) {
            throw new Bodies.Refused(Refusal.of(
                    Refusal.Kind.VALIDATION, Reason.at("/limit", "POSITIVE").required("1..200", asked)));
        }
        return Math.min(asked, LARGEST);
    }
}
