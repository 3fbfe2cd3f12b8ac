package cn.sanming.migrant.supervision.ledger;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whom and what an event concerns (关联主体): its own subject, and every code and id its payload names.
final class Subjects {

    private static final Set<String> NO_SUBJECTS = Set.of("cause_event_id");

    private Subjects() {}

    static List<String> of(String subject, Map<String, ?> payload) {
        var subjects = new LinkedHashSet<String>();
        subjects.add(subject);
        payload.forEach((field, value) -> {
            if (names(field)) {
                if (value instanceof Collection<?> many) {
                    many.stream()
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .forEach(subjects::add);
                } else if (value instanceof String one && !one.isBlank()) {
                    subjects.add(one);
                }
            }
        });
        return List.copyOf(subjects);
    }

    private static boolean names(String field) {
        return !NO_SUBJECTS.contains(field)
                && (field.endsWith("_uscc")
                        || field.endsWith("_id")
                        || field.endsWith("_ids")
                        || field.equals("household"));
    }
}
