package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.platform.kernel.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The one list of everything that is missing (一次性告知, 1.8): what could be seen the first time may not come up later.
///
/// @param suppliedSince what was handed in after the first list; faults in it may be named
record OneTimeNotice(List<String> items, LocalDate givenOn, List<String> suppliedSince) {

    OneTimeNotice supplied(List<String> materials) {
        var all = new ArrayList<>(suppliedSince);
        all.addAll(materials);
        return new OneTimeNotice(items, givenOn, List.copyOf(all));
    }

    /// @return what of a second list was visible when the first was given
    List<String> visibleBefore(List<String> again) {
        return again.stream().filter(item -> !suppliedSince.contains(item)).toList();
    }

    static Reason refusal(List<String> visible) {
        return Reason.of("ONE_TIME_NOTICE").clause("一次性告知").required("only what was handed in since", visible);
    }
}
