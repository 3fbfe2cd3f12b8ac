package cn.sanming.migrant.legalaid.notice;

import cn.sanming.migrant.platform.kernel.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The one list of everything that is missing (一次性告知). What could be seen the first time may not come up later;
/// what was handed in since may.
public record OneTimeNotice(List<String> items, LocalDate givenOn, List<String> suppliedSince) {

    public static OneTimeNotice first(List<String> items, LocalDate on) {
        return new OneTimeNotice(List.copyOf(items), on, List.of());
    }

    public OneTimeNotice supplied(List<String> materials) {
        var all = new ArrayList<>(suppliedSince);
        all.addAll(materials);
        return new OneTimeNotice(items, givenOn, all);
    }

    /// The items that were visible when the first list was given.
    public List<String> visibleBefore(List<String> again) {
        var supplied = Set.copyOf(suppliedSince);
        return again.stream().filter(item -> !supplied.contains(item)).toList();
    }

    public static Reason refusal(List<String> visible) {
        return Reason.of("ONE_TIME_NOTICE").clause("一次性告知").required("only what was handed in since", visible);
    }
}
