package cn.sanming.migrant.cluster;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/// A compose file, as far as it is used here; any other field is a fault. Extensions (`x-…`) are looked at where they
// are
/// merged in.
record Compose(
        String name,
        @JsonProperty("x-room") JsonNode room,
        @JsonProperty("x-settings") JsonNode settings,
        Map<String, Service> services,
        Map<String, JsonNode> volumes) {

    record Service(
            String image,
            Build build,
            Object command,
            List<String> ports,
            Map<String, String> environment,
            List<String> volumes,
            Map<String, Condition> depends_on,
            Healthcheck healthcheck,
            String restart,
            boolean read_only,
            List<String> tmpfs,
            String user,
            List<String> cap_drop,
            List<String> security_opt,
            String stop_grace_period,
            String mem_limit) {}

    record Build(String context, String dockerfile, Map<String, String> args) {}

    record Condition(String condition) {}

    record Healthcheck(List<String> test, String interval, String timeout, int retries) {}
}
