package cn.sanming.migrant.gateway.hub;

import cn.sanming.migrant.gateway.routing.Routes;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Fetches each service's API description and makes it speak of the door: whoever tries it out goes through here.
@Hidden
@RestController
class HubController {

    private static final Logger LOG = LoggerFactory.getLogger(HubController.class);

    private final Routes routes;
    private final JsonMapper json;
    private final RestClient http;

    HubController(Routes routes, JsonMapper json) {
        this.routes = routes;
        this.json = json;
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(routes.connectLimit())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        var factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(routes.timeLimit());
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    @GetMapping(path = "/openapi/{area}", produces = MediaType.APPLICATION_JSON_VALUE)
    Outcome<JsonNode> description(@PathVariable String area) {
        return routes.of(area)
                .map(this::description)
                .orElseGet(() -> Outcome.refused(Kind.NOT_FOUND, Reason.of("UNKNOWN_AREA")));
    }

    private Outcome<JsonNode> description(Routes.Route route) {
        try {
            var text = http.get()
                    .uri(route.uri().resolve("/v3/api-docs"))
                    .retrieve()
                    .body(String.class);
            var api = (ObjectNode) json.readTree(text == null ? "{}" : text);
            api.set("servers", json.valueToTree(List.of(Map.of("url", "/"))));
            return Outcome.done(api);
        } catch (RestClientResponseException | JacksonException e) {
            LOG.warn(
                    "{} does not describe itself: {}",
                    route.service(),
                    e.getClass().getSimpleName());
            return Outcome.refused(
                    Kind.UNAVAILABLE, Reason.of("NO_DESCRIPTION").required(route.service(), "no readable description"));
        } catch (RestClientException e) {
            return Outcome.refused(Kind.UNAVAILABLE, Reason.of("SERVICE_DOWN").required(route.service(), "no answer"));
        }
    }
}
