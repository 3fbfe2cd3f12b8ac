package cn.sanming.migrant.supervision.coverage;

import java.util.Map;

/// Something a department's software can do for a promise (落实途径): one real operation, rule, life cycle or event.
///
/// @param name `POST /api/v1/…`, the id of a rule, a machine, or the type of an event
public record Capability(String promise, String service, Kind kind, String name) {

    private static final Map<String, String> AREAS = Map.of(
            "job-service", "jobs",
            "subsidy-service", "subsidies",
            "training-service", "training",
            "housing-service", "housing",
            "wage-service", "wages",
            "legal-aid-service", "legal-aid",
            "community-service", "community",
            "supervision-service", "supervision");

    public enum Kind {
        OPERATION,
        RULE,
        LIFECYCLE,
        EVENT
    }

    /// Where everybody can look at it.
    String link() {
        return switch (kind) {
            case OPERATION -> name.substring(name.indexOf(' ') + 1);
            case RULE -> area() + "/rules/" + name;
            case LIFECYCLE -> area() + "/lifecycles/" + name;
            case EVENT -> "/api/v1/supervision/events-catalogue/" + name;
        };
    }

    private String area() {
        return "/api/v1/" + AREAS.get(service);
    }
}
