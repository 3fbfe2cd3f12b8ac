package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonOrder;
import cn.sanming.migrant.platform.embedded.storage.EmptyArray;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands at a dotted path of a document, where arrays on the way lead to many places.
final class Paths {

    private Paths() {}

    static List<String> split(String path) {
        return List.of(path.split("\\.", -1));
    }

    static boolean isPosition(String step) {
        return !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @FunctionalInterface
    interface Visitor {
        /// @param index of the outermost element of an array on the way, or -1
        /// @return whether this is enough
        boolean at(@Nullable Object value, int index);
    }

    /// Every place a query looks at: for an array at the end of the path its elements and then itself.
    ///
    /// @return whether the visitor had enough
    static boolean visit(Object root, List<String> path, boolean elements, Visitor visitor) {
        return visit(root, path, 0, elements, -1, visitor);
    }

    private static boolean visit(
            @Nullable Object root, List<String> path, int at, boolean elements, int index, Visitor visitor) {
        if (at == path.size()) {
            if (elements && root instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    if (visitor.at(list.get(i), index < 0 ? i : index)) {
                        return true;
                    }
                }
            }
            return visitor.at(root, index);
        }
        if (root instanceof Document document) {
            return visit(document.getOrMissing(path.get(at)), path, at + 1, elements, index, visitor);
        }
        if (root instanceof List<?> list && at > 0) {
            return visitElements(list, path, at, elements, index, visitor);
        }
        return visitor.at(Missing.getInstance(), index);
    }

    private static boolean visitElements(
            List<?> list, List<String> path, int at, boolean elements, int index, Visitor visitor) {
        if (isPosition(path.get(at))) {
            var position = path.get(at).length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(path.get(at));
            if (position >= list.size()) {
                return visitor.at(Missing.getInstance(), index);
            }
            if (visit(list.get(position), path, at + 1, elements, index, visitor)) {
                return true;
            }
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Document element
                    && visit(element, path, at, elements, index < 0 ? i : index, visitor)) {
                return true;
            }
        }
        return false;
    }

    /// The values under which an index knows a document.
    ///
    /// @param exists whether there is anything at the path
    /// @param array the path of the first array on the way, if there is one
    record Keys(
            List<@Nullable Object> values,
            boolean exists,
            @Nullable String array) {}

    static Keys keys(Document document, String path) {
        var collector = new KeyCollector(split(path));
        collector.add(document, 0);
        return new Keys(collector.values, collector.exists, collector.array);
    }

    /// The value a document is sorted by: of an array the least element, or the greatest when the order descends.
    static @Nullable Object sortValue(Document document, String path, boolean descending) {
        var values = keys(document, path).values();
        var chosen = values.getFirst();
        for (var value : values) {
            var order = BsonOrder.ASCENDING.compare(value, chosen);
            chosen = (descending ? order > 0 : order < 0) ? value : chosen;
        }
        return chosen;
    }

    private static final class KeyCollector {

        private final List<String> path;
        private final List<@Nullable Object> values = new ArrayList<>();
        private boolean exists;
        private @Nullable String array;

        KeyCollector(List<String> path) {
            this.path = path;
        }

        void add(@Nullable Object value, int at) {
            if (value instanceof Collection<?> many) {
                if (array == null) {
                    array = String.join(".", path.subList(0, at));
                }
                exists = true;
                if (many.isEmpty()) {
                    values.add(EmptyArray.EMPTY_ARRAY);
                }
                many.forEach(one -> addElement(one, at));
            } else if (at == path.size()) {
                exists |= !(value instanceof Missing);
                values.add(value instanceof Missing ? null : value);
            } else if (value instanceof Document document) {
                add(document.getOrMissing(path.get(at)), at + 1);
            } else {
                values.add(null);
            }
        }

        private void addElement(@Nullable Object element, int at) {
            if (at == path.size()) {
                values.add(element);
            } else if (element instanceof Document document) {
                add(document.getOrMissing(path.get(at)), at + 1);
            } else {
                values.add(null);
            }
        }
    }
}
