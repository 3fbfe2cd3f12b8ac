package cn.sanming.migrant.platform.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How one index answers one query: the stretches of keys to read, and whether they come in the order asked for.
///
/// Leading paths with certain values are followed by at most one path with a range, as in a telephone book.
final class Search {

    /// More combinations of `$in` values than this are not worth it.
    private static final int STRETCHES = 50_000;

    private final SearchableIndex index;
    private final List<Stretch> stretches;
    private final int worth;
    private final boolean ordered;
    private final boolean descending;

    private record Stretch(List<Object> from, List<Object> to) {}

    private Search(SearchableIndex index, List<Stretch> stretches, int worth, boolean ordered, boolean descending) {
        this.index = index;
        this.stretches = stretches;
        this.worth = worth;
        this.ordered = ordered;
        this.descending = descending;
    }

    /// How this index would answer, if it can.
    static Optional<Search> in(SearchableIndex index, Conditions conditions, @Nullable Document order) {
        List<List<Object>> prefixes = List.of(new ArrayList<>());
        var certain = 0;
        var found = false;
        List<Stretch> stretches = null;
        for (var path : index.paths()) {
            var values = usable(path) ? conditions.values(path) : null;
            if (values != null && (!index.loose() || !values.contains(null)) && fits(prefixes, values)) {
                prefixes = extend(prefixes, values);
                found |= !values.contains(null);
                certain++;
                continue;
            }
            stretches = usable(path) ? range(index, conditions, path, prefixes) : null;
            break;
        }
        found |= stretches != null;
        var worth = 4 * certain + (stretches != null ? 2 : 0);
        var sorted = prefixes.size() == 1 && !index.loose() && follows(index, certain, order);
        if (worth == 0 && index.leavesOut() && conditions.present(index.paths().getFirst())) {
            found = true;
            worth = 1;
        }
        if (index.leavesOut() ? !found : worth == 0 && !sorted) {
            return Optional.empty();
        }
        return Optional.of(new Search(
                index,
                stretches != null ? stretches : whole(prefixes),
                worth + (sorted ? 1 : 0),
                sorted,
                sorted && descending(order)));
    }

    int worth() {
        return worth;
    }

    /// Whether the positions come in the order asked for, so that nothing needs sorting.
    boolean ordered() {
        return ordered;
    }

    Iterable<Object> positions() {
        if (stretches.size() == 1 && !index.loose()) {
            var only = stretches.getFirst();
            return index.positions(only.from, only.to, descending);
        }
        var positions = new LinkedHashSet<Object>();
        for (var stretch : stretches) {
            index.positions(stretch.from, stretch.to, descending).forEach(positions::add);
        }
        return positions;
    }

    /// Positions inside of arrays (`items.0`) mean something else to a query than to an index.
    private static boolean usable(String path) {
        for (var step : path.split("\\.")) {
            if (!step.isEmpty() && Character.isDigit(step.charAt(0))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(List<List<Object>> prefixes, List<?> values) {
        return (long) prefixes.size() * values.size() <= STRETCHES;
    }

    private static List<List<Object>> extend(List<List<Object>> prefixes, List<@Nullable Object> values) {
        var extended = new ArrayList<List<Object>>();
        for (var prefix : prefixes) {
            for (var value : values) {
                extended.add(with(prefix, value));
            }
        }
        return extended;
    }

    private static @Nullable List<Stretch> range(
            SearchableIndex index, Conditions conditions, String path, List<List<Object>> prefixes) {
        var lower = conditions.lower(path);
        var upper = conditions.upper(path);
        if (lower == null && upper == null) {
            return null;
        }
        // in an array one element may satisfy the one bound and another element the other
        var end = index.loose() && lower != null ? null : upper;
        var start = lower != null ? lower : least(upper);
        var stretches = new ArrayList<Stretch>();
        for (var prefix : prefixes) {
            stretches.add(new Stretch(
                    start == null ? prefix : with(prefix, start),
                    with(end == null ? prefix : with(prefix, end), MaxKey.getInstance())));
        }
        return stretches;
    }

    private static @Nullable Object least(@Nullable Object upper) {
        return switch (upper) {
            case Number _ -> Double.NEGATIVE_INFINITY;
            case String _ -> "";
            case Instant _ -> Instant.MIN;
            case null, default -> null;
        };
    }

    private static List<Stretch> whole(List<List<Object>> prefixes) {
        return prefixes.stream()
                .map(prefix -> new Stretch(
                        prefix.isEmpty() ? Collections.singletonList(null) : prefix,
                        with(prefix, MaxKey.getInstance())))
                .toList();
    }

    private static List<Object> with(List<Object> prefix, @Nullable Object value) {
        var longer = new ArrayList<>(prefix);
        longer.add(value);
        return longer;
    }

    /// Whether the paths after the certain ones are the ones to sort by, all in one direction.
    private static boolean follows(SearchableIndex index, int certain, @Nullable Document order) {
        if (order == null || order.isEmpty()) {
            return false;
        }
        var paths = new ArrayList<>(index.paths().subList(certain, index.paths().size()));
        if (index instanceof SortedKeys) {
            paths.add("_id");
        }
        var wanted = new ArrayList<>(order.keySet());
        return wanted.size() <= paths.size()
                && paths.subList(0, wanted.size()).equals(wanted)
                && order.values().stream().map(Search::negative).distinct().count() == 1;
    }

    private static boolean descending(@Nullable Document order) {
        return order != null && order.values().stream().anyMatch(Search::negative);
    }

    private static boolean negative(@Nullable Object direction) {
        return direction instanceof Number number && number.intValue() < 0;
    }
}
