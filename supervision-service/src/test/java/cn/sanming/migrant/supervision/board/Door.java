package cn.sanming.migrant.supervision.board;

import cn.sanming.migrant.platform.test.Tokens;
import cn.sanming.migrant.platform.test.Tokens.Who;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/// The part of the gateway in a test of the page: one origin for page, API and log-in, with the headers that the
/// gateway gives every browser. The gateway's own tests hold its half: that it leads here, and that it says so.
final class Door implements AutoCloseable {

    static final String PASSWORD = "sanming-demo";

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";
    private static final Map<String, Who> ACCOUNTS = Map.of(
            "supervisor", Who.ofUnit("supervisor", "SM-DCS", null, "SUPERVISOR"),
            "unit-xq-350404", Who.ofUnit("unit-xq-350404", "SM-XQ-350404", "350404", "UNIT_OFFICER"));
    private static final List<String> PASSED_ON =
            List.of("Authorization", "Accept", "Accept-Language", "Accept-Encoding", "Content-Type");

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String service;

    record Credentials(String username, String password) {}

    Door(int servicePort) throws IOException {
        service = "http://localhost:" + servicePort;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::passOn);
        server.createContext("/api/v1/identity/staff/sessions", this::logIn);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void logIn(HttpExchange exchange) throws IOException {
        var given = JsonMapper.shared().readValue(exchange.getRequestBody(), Credentials.class);
        var who = ACCOUNTS.get(given.username());
        if (who == null || !given.password().equals(PASSWORD)) {
            var problem = Map.of(
                    "status",
                    401,
                    "title",
                    "登录失败",
                    "errors",
                    List.of(Map.of("code", "LOGIN_FAILED", "message", "账号或密码不正确")));
            answer(
                    exchange,
                    401,
                    "application/problem+json",
                    JsonMapper.shared().writeValueAsBytes(problem));
            return;
        }
        var token = Map.of(
                "access_token", Tokens.mint(who), "token_type", "Bearer", "expires_in", 900, "roles", who.roles());
        answer(exchange, 201, "application/json", JsonMapper.shared().writeValueAsBytes(token));
    }

    private void passOn(HttpExchange exchange) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(service + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        PASSED_ON.forEach(name -> exchange.getRequestHeaders()
                .getOrDefault(name, List.of())
                .forEach(value -> request.header(name, value)));
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            for (var name : List.of("Cache-Control", "Content-Encoding", "Location", "Last-Modified")) {
                answer.headers().firstValue(name).ifPresent(value -> exchange.getResponseHeaders()
                        .set(name, value));
            }
            answer(
                    exchange,
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse("text/plain"),
                    answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer(exchange, 503, "text/plain", "interrupted".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", CONTENT_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
