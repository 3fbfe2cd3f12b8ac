package cn.sanming.migrant.local.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Uses the city as its users do: through the gateway, with an account of the demonstration.
public final class Citizen {

    /// The common password of the demonstration accounts; they exist on one machine only.
    public static final String PASSWORD = "sanming-demo";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String gateway;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /// @param body what was answered, or a missing node
    public record Answer(int status, JsonNode body) {

        public String text(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    public Citizen(String gateway) {
        this.gateway = gateway;
    }

    public String token(String account) {
        return tokens.computeIfAbsent(account, name -> {
            var answer = send(request("/api/v1/identity/staff/sessions", null)
                    .POST(json(Map.of("username", name, "password", PASSWORD))));
            if (answer.status() != 201) {
                throw new IllegalStateException("no session for " + name + ": " + answer.body());
            }
            return answer.text("/access_token");
        });
    }

    public Answer get(@Nullable String account, String path) {
        return send(request(path, account).GET());
    }

    public Answer post(@Nullable String account, String path, @Nullable Object body) {
        return send(request(path, account).POST(body == null ? HttpRequest.BodyPublishers.noBody() : json(body)));
    }

    public Answer upload(String account, String path, String contentType, byte[] file) {
        return send(request(path, account)
                .setHeader("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    public Answer put(@Nullable String account, String path, Object body) {
        return send(request(path, account).PUT(json(body)));
    }

    private HttpRequest.Builder request(String path, @Nullable String account) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", "application/json");
        return account == null ? request : request.header("Authorization", "Bearer " + token(account));
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    response.statusCode(),
                    type.contains("json") && !response.body().isEmpty()
                            ? JSON.readTree(response.body())
                            : JSON.missingNode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
