package cn.sanming.migrant.local.city;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// Plays WeChat. Login (`jscode2session`): every code of the form `demo-…` is the login of one made-up citizen, the
/// same code always of the same; any other code is invalid. Subscribe messages: all are taken, and `GET /sent`
/// shows the last hundred.
final class WechatStandIn implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("(?:^|&)js_code=(demo-[A-Za-z0-9-]{1,40})(?:&|$)");

    private static final int SHOWN = 100;

    private final HttpServer server;
    private final Deque<String> sent = new ArrayDeque<>();

    private WechatStandIn(HttpServer server) {
        this.server = server;
    }

    static WechatStandIn start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var wechat = new WechatStandIn(server);
        server.createContext("/sns/jscode2session", WechatStandIn::session);
        server.createContext(
                "/cgi-bin/stable_token",
                exchange -> answer(exchange, "{\"access_token\":\"local-only\",\"expires_in\":7200}"));
        server.createContext("/cgi-bin/message/subscribe/send", wechat::take);
        server.createContext("/sent", exchange -> answer(exchange, wechat.shown()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return wechat;
    }

    private static void session(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        var code = CODE.matcher(query == null ? "" : query);
        var answer = code.find()
                ? "{\"openid\":\"o%s\",\"session_key\":\"local-only\"}"
                        .formatted(UUID.nameUUIDFromBytes(code.group(1).getBytes(StandardCharsets.UTF_8))
                                .toString()
                                .replace("-", "")
                                .substring(0, 27))
                : "{\"errcode\":40029,\"errmsg\":\"invalid code\"}";
        answer(exchange, answer);
    }

    private void take(HttpExchange exchange) throws IOException {
        var message = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        synchronized (sent) {
            sent.addLast(message);
            if (sent.size() > SHOWN) {
                sent.removeFirst();
            }
        }
        answer(exchange, "{\"errcode\":0,\"errmsg\":\"ok\"}");
    }

    private String shown() {
        synchronized (sent) {
            return "[" + String.join(",\n", sent) + "]";
        }
    }

    private static void answer(HttpExchange exchange, String answer) throws IOException {
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
