package cn.sanming.migrant.supervision.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What has to change in the store so that it says what the formula says now (结转). What was counted in a frozen
/// period stays as it was; what would have belonged there is counted on the first open day, and says so.
///
/// @param put    items that are new or different
/// @param remove keys of items that are no more
record Correction(List<CountedFact> put, List<String> remove) {

    /// @param frozenUpTo the last day of the latest frozen period, if any
    static Correction of(List<CountedFact> stored, List<CountedFact> derived, @Nullable LocalDate frozenUpTo) {
        var known = new HashMap<String, CountedFact>();
        stored.forEach(item -> known.put(item.key(), item));
        var put = new ArrayList<CountedFact>();
        var kept = new ArrayList<String>();
        for (var item : derived) {
            settle(item, known, frozenUpTo, put, kept);
        }
        var remove = stored.stream()
                .filter(item -> !isFrozen(item, frozenUpTo) && !kept.contains(item.key()))
                .map(CountedFact::key)
                .toList();
        return new Correction(put, remove);
    }

    private static void settle(
            CountedFact item,
            Map<String, CountedFact> known,
            @Nullable LocalDate frozenUpTo,
            List<CountedFact> put,
            List<String> kept) {
        for (int attempt = 0; ; attempt++) {
            var key = attempt == 0 ? item.key() : item.key() + "~" + attempt;
            var there = known.get(key);
            if (there != null && there.saysTheSameAs(item.keyed(key))) {
                kept.add(key);
                if (!there.events().equals(item.events()) && !isFrozen(there, frozenUpTo)) {
                    put.add(
                            there.lateFrom() == null
                                    ? item.keyed(key)
                                    : item.keyed(key).shifted(there.on()));
                }
                return;
            }
            if (there != null && isFrozen(there, frozenUpTo)) {
                continue;
            }
            var open = item.keyed(key);
            put.add(isFrozen(open, frozenUpTo) ? open.shifted(frozenUpTo.plusDays(1)) : open);
            kept.add(key);
            return;
        }
    }

    private static boolean isFrozen(CountedFact item, @Nullable LocalDate frozenUpTo) {
        return frozenUpTo != null && item.on() != null && !item.on().isAfter(frozenUpTo);
    }
}
