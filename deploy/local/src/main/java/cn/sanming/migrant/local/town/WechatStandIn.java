package cn.sanming.migrant.local.town;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// Plays WeChat's login server (`jscode2session`): every code of the form `demo-…` is the login of one made-up
/// citizen,
/// the same code always of the same; any other code is invalid.
final class WechatStandIn implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("(?:^|&)js_code=(demo-[A-Za-z0-9-]{1,40})(?:&|$)");

    private final HttpServer server;

    private WechatStandIn(HttpServer server) {
        this.server = server;
    }

    static WechatStandIn start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sns/jscode2session", WechatStandIn::session);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return new WechatStandIn(server);
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
