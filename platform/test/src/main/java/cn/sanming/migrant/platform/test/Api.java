package cn.sanming.migrant.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Talks to a service as its users do: paths, JSON in snake_case, bearer tokens.
public final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Supplier<String> base;
    private final Supplier<String> management;
    private final List<String> headers;

    /// @param body the JSON answered, or a missing node
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    public Api(Supplier<String> base) {
        this(base, base, List.of());
    }

    /// @param management where the management endpoints stand
    public Api(Supplier<String> base, Supplier<String> management) {
        this(base, management, List.of());
    }

    private Api(Supplier<String> base, Supplier<String> management, List<String> headers) {
        this.base = base;
        this.management = management;
        this.headers = headers;
    }

    /// The same caller at the management port.
    public Api management() {
        return new Api(management, management, headers);
    }

    public Api as(Tokens.Who who) {
        return with("Authorization", "Bearer " + Tokens.mint(who));
    }

    public Api with(String header, String value) {
        var more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Api(base, management, more);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer head(String path) {
        return send(request(path).HEAD());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, @Nullable Object body) {
        var text = body == null ? "" : body instanceof String json ? json : JSON.writeValueAsString(body);
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    public Answer put(String path, Object body) {
        var text = body instanceof String json ? json : JSON.writeValueAsString(body);
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(text)));
    }

    public Answer post(String path, String contentType, byte[] body) {
        return send(
                request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base.get() + path)).timeout(Duration.ofSeconds(60));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var type = response.headers().firstValue("Content-Type").orElse("");
            var body = type.contains("json") && !response.body().isEmpty()
                    ? JSON.readTree(response.body())
                    : JSON.missingNode();
            return new Answer(response.statusCode(), body, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
