package cn.sanming.migrant.gateway.routing;

import static cn.sanming.migrant.gateway.BackEnds.JOBS;
import static cn.sanming.migrant.gateway.BackEnds.OTHERS;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import cn.sanming.migrant.gateway.BackEnds;
import cn.sanming.migrant.platform.test.Api;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What the tests of the door share: a service behind it that says what it was asked.
abstract class DoorSteps {

    @Autowired
    Api api;

    @LocalServerPort
    int port;

    @BeforeEach
    void quiet() {
        BackEnds.forgetAll();
        JOBS.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"from\":\"jobs\"}")));
        OTHERS.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"from\":\"others\"}")));
    }

    /// No decent client can send such a path.
    String raw(String path) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
