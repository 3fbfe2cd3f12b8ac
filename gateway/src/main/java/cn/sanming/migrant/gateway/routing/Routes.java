package cn.sanming.migrant.gateway.routing;

import cn.sanming.migrant.gateway.door.Paths;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The services behind the door, by area: the one list that routing, API hub and start page read.
///
/// @param timeLimit       how long a service may take to answer in full
/// @param importTimeLimit the same for bulk imports
@ConfigurationProperties("migrant.gateway")
public record Routes(
        Map<String, Route> routes,
        @DefaultValue("2s") Duration connectLimit,
        @DefaultValue("15s") Duration timeLimit,
        @DefaultValue("180s") Duration importTimeLimit,
        @DefaultValue Circuit circuit) {

    /// One service: where it stands and what it is called.
    public record Route(URI uri, String service, String zh, String en) {}

    /// When a service counts as down, and how long it is then left in peace.
    public record Circuit(
            @DefaultValue("20") int window,
            @DefaultValue("5") int minimumCalls,
            @DefaultValue("50") int failurePercent,
            @DefaultValue("5s") Duration openFor,
            @DefaultValue("2") int trialCalls) {}

    public Routes {
        routes = Map.copyOf(routes);
    }

    public Optional<Route> of(@Nullable String area) {
        return area == null ? Optional.empty() : Optional.ofNullable(routes.get(area));
    }

    Duration limitFor(String path) {
        return Paths.isImport(path) ? importTimeLimit : timeLimit;
    }
}
