package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonOrder;
import cn.sanming.migrant.platform.embedded.storage.EmptyArray;
import de.bwaldvogel.mongo.bson.MaxKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How an index answers a query: the stretches of keys to read, and whether they come in the order asked for.
///
/// Leading paths with certain values are followed by at most one path with a range, as in a telephone book.
///
/// @param ordered whether the positions come in the order asked for, so that nothing needs sorting
record Search(KeySource keys, List<Stretch> stretches, int worth, boolean ordered, boolean descending) {

    /// More combinations of `$in` values than this are not worth it.
    private static final int STRETCHES = 50_000;

    /// Keys from one to the other, both included; `null` is the end of all keys.
    ///
    /// @param withoutLast whether the last key belongs to another stretch
    record Stretch(@Nullable Object from, @Nullable Object to, boolean withoutLast) {}

    /// The best of the indexes, or else all documents in turn.
    static Search best(IdKeys documents, List<KeyIndex> indexes, Conditions conditions, @Nullable SortOrder order) {
        return Stream.concat(Stream.of(documents), indexes.stream())
                .flatMap(keys -> in(keys, conditions, order).stream())
                .max(Comparator.comparingInt(Search::worth))
                .orElseGet(() -> new Search(documents, List.of(new Stretch(null, null, false)), 0, false, false));
    }

    /// How this index would answer, if it can.
    private static Optional<Search> in(KeySource index, Conditions conditions, @Nullable SortOrder order) {
        if (index.isPartial()) {
            return Optional.empty();
        }
        List<List<@Nullable Object>> prefixes = List.of(List.of());
        var certain = 0;
        var found = false;
        List<Stretch> stretches = null;
        for (var path : index.paths()) {
            var values = usable(path) ? conditions.values(path) : null;
            if (values != null && (!index.isMultikey() || !values.contains(null)) && fits(prefixes, values)) {
                prefixes = extended(prefixes, values);
                found |= !values.contains(null);
                certain++;
                continue;
            }
            stretches = usable(path) ? range(index, conditions, path, prefixes) : null;
            break;
        }
        found |= stretches != null;
        var worth = 4 * certain + (stretches != null ? 2 : 0);
        var sorted = prefixes.size() == 1 && !index.isMultikey() && follows(index, certain, order);
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
                sorted && order != null && order.isDescending()));
    }

    /// Positions inside of arrays (`items.0`) mean something else to a query than to an index.
    private static boolean usable(String path) {
        return Paths.split(path).stream().noneMatch(Paths::isPosition);
    }

    private static boolean fits(List<?> prefixes, List<?> values) {
        return (long) prefixes.size() * values.size() <= STRETCHES;
    }

    private static List<List<@Nullable Object>> extended(
            List<List<@Nullable Object>> prefixes, List<@Nullable Object> values) {
        var distinct = new TreeSet<@Nullable Object>(BsonOrder.ASCENDING);
        distinct.addAll(values);
        var longer = new ArrayList<List<@Nullable Object>>();
        for (var prefix : prefixes) {
            for (var value : distinct) {
                longer.add(with(prefix, value));
            }
        }
        return longer;
    }

    private static @Nullable List<Stretch> range(
            KeySource index, Conditions conditions, String path, List<List<@Nullable Object>> prefixes) {
        var lower = conditions.lower(path);
        var upper = conditions.upper(path);
        if (lower == null && upper == null) {
            return null;
        }
        // in an array one element may satisfy the one bound and another element the other
        var end = index.isMultikey() && lower != null ? null : upper;
        var start = lower != null ? lower : least(upper);
        var stretches = new ArrayList<Stretch>();
        for (var prefix : prefixes) {
            stretches.add(new Stretch(
                    start == null ? prefix : with(prefix, start),
                    with(end == null ? prefix : with(prefix, end), MaxKey.getInstance()),
                    false));
        }
        return stretches;
    }

    private static @Nullable Object least(@Nullable Object upper) {
        return switch (upper) {
            case Number _ -> Double.NaN;
            case String _ -> "";
            case Instant _ -> Instant.MIN;
            case null, default -> null;
        };
    }

    private static List<Stretch> whole(List<List<@Nullable Object>> prefixes) {
        return prefixes.stream()
                .map(prefix -> new Stretch(
                        prefix.isEmpty() ? List.of(EmptyArray.EMPTY_ARRAY) : prefix,
                        with(prefix, MaxKey.getInstance()),
                        false))
                .toList();
    }

    private static List<@Nullable Object> with(List<@Nullable Object> prefix, @Nullable Object value) {
        var longer = new ArrayList<>(prefix);
        longer.add(value);
        return longer;
    }

    /// Whether the paths after the certain ones are the ones to sort by, all in one direction.
    private static boolean follows(KeySource index, int certain, @Nullable SortOrder order) {
        if (order == null) {
            return false;
        }
        var paths = new ArrayList<>(index.paths().subList(certain, index.paths().size()));
        if (index.endsWithPosition()) {
            paths.add("_id");
        }
        var wanted = order.paths();
        return wanted.size() <= paths.size() && paths.subList(0, wanted.size()).equals(wanted) && order.isUniform();
    }
}
