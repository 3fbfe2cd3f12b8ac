package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The places that a path with `$`, `$[]` or `$[name]` stands for in one document.
record ConcretePaths(Document root, int hit, Map<String, Predicate<@Nullable Object>> filters) {

    List<List<String>> of(String path) {
        var steps = Paths.split(path);
        if (steps.getFirst().startsWith("$")) {
            throw Errors.badValue(
                    "Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '"
                            + path + "'");
        }
        var found = new ArrayList<List<String>>();
        collect(root, steps, 0, new ArrayList<>(), found);
        return found;
    }

    private void collect(
            @Nullable Object value, List<String> steps, int at, List<String> so, List<List<String>> found) {
        if (at == steps.size()) {
            found.add(List.copyOf(so));
            return;
        }
        var step = steps.get(at);
        if (step.equals("$")) {
            if (hit < 0) {
                throw Errors.badValue("The positional operator did not find the match needed from the query.");
            }
            descend(value, String.valueOf(hit), steps, at, so, found);
        } else if (step.startsWith("$[")) {
            var name = step.substring(2, step.length() - 1);
            Predicate<@Nullable Object> wanted = name.isEmpty() ? _ -> true : filters.get(name);
            if (wanted == null) {
                throw Errors.badValue("No array filter found for identifier '%s' in path '%s'"
                        .formatted(name, String.join(".", steps)));
            }
            if (value instanceof Missing) {
                throw Errors.badValue("The path '%s' must exist in the document in order to apply array updates."
                        .formatted(String.join(".", so)));
            }
            if (!(value instanceof List<?> list)) {
                throw Errors.badValue(
                        "Cannot apply array updates to non-array element %s: %s".formatted(so.getLast(), value));
            }
            for (int i = 0; i < list.size(); i++) {
                if (wanted.test(list.get(i))) {
                    descend(value, String.valueOf(i), steps, at, so, found);
                }
            }
        } else {
            descend(value, step, steps, at, so, found);
        }
    }

    private void descend(
            @Nullable Object value,
            String step,
            List<String> steps,
            int at,
            List<String> so,
            List<List<String>> found) {
        so.add(step);
        collect(Place.child(value, step), steps, at + 1, so, found);
        so.removeLast();
    }
}
