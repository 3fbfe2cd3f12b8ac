package cn.sanming.migrant.platform.test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;

/// Sends what no decent client would send, byte for byte.
public final class RawHttp {

    private static final int PATIENCE_MS = 20_000;

    private RawHttp() {}

    public record Answer(int status, String head, String body) {

        public boolean isProblem() {
            return head.toLowerCase(java.util.Locale.ROOT).contains("content-type: application/problem+json")
                    && body.startsWith("{")
                    && body.contains("\"status\":" + status);
        }
    }

    /// @param request start line and headers, in lines; `Host` and the end of the request are added
    public static Answer send(int port, String... request) throws IOException {
        var text = String.join("\r\n", request) + "\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n";
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(text.getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            int end = answer.indexOf("\r\n\r\n");
            var body = new String(answer.substring(end + 4).getBytes(ISO_8859_1), UTF_8);
            int chunk = body.indexOf('{'); // behind the length of a chunk, if there is one
            return new Answer(
                    Integer.parseInt(answer.substring(9, 12)),
                    answer.substring(0, end + 2),
                    chunk > 0 && chunk < 8 ? body.substring(chunk) : body);
        }
    }
}
