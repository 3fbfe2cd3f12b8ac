package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonOrder;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// By which paths, and in which direction, documents are to be sorted.
final class SortOrder implements Comparator<Document> {

    private record Step(String path, boolean descending) {}

    private final List<Step> steps = new ArrayList<>();

    SortOrder(Document order) {
        if (order.size() > 32) {
            throw Errors.badValue("too many compound keys");
        }
        order.forEach((path, direction) -> {
            if (path.equals("$natural")) {
                throw Errors.notImplemented("$natural");
            }
            if (path.isEmpty()) {
                throw new MongoServerError(40352, "FieldPath cannot be constructed with empty string");
            }
            if (!(direction instanceof Number number)) {
                throw direction instanceof Document
                        ? Errors.notImplemented("$meta")
                        : new MongoServerError(15974, "Illegal key in $sort specification: " + path + ": " + direction);
            }
            if (Math.abs(number.doubleValue()) != 1) {
                throw new MongoServerError(
                        15975, "$sort key ordering must be 1 (for ascending) or -1 (for descending)");
            }
            steps.add(new Step(path, number.doubleValue() < 0));
        });
    }

    /// What to keep of a document so that it can be sorted without it.
    List<@Nullable Object> key(Document document) {
        var key = new ArrayList<@Nullable Object>(steps.size());
        steps.forEach(step -> key.add(Paths.sortValue(document, step.path, step.descending)));
        return key;
    }

    int compareKeys(List<@Nullable Object> a, List<@Nullable Object> b) {
        for (int i = 0; i < steps.size(); i++) {
            var order = BsonOrder.ASCENDING.compare(a.get(i), b.get(i));
            if (order != 0) {
                return steps.get(i).descending ? -order : order;
            }
        }
        return 0;
    }

    @Override
    public int compare(Document a, Document b) {
        return compareKeys(key(a), key(b));
    }

    List<String> paths() {
        return steps.stream().map(Step::path).toList();
    }

    /// Whether all paths go down, or none.
    boolean isUniform() {
        return steps.stream().map(Step::descending).distinct().count() == 1;
    }

    boolean isDescending() {
        return steps.getFirst().descending;
    }
}
