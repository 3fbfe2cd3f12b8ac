package cn.sanming.migrant.platform.calls;

import cn.sanming.migrant.platform.kernel.EventJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The bearer token of this service (客户端凭证), fetched by client credentials and kept until shortly before it expires.
final class ServiceTokens {

    private static final long EARLY_SECONDS = 30;

    private final CallSettings.Token account;
    private final Duration timeLimit;
    private final HttpClient http;
    private @Nullable Held held;

    /// @param untilNanos on the machine's own monotonic clock: business time may jump, a token's life does not
    private record Held(String token, long untilNanos) {}

    record Issued(String accessToken, long expiresIn) {}

    ServiceTokens(CallSettings settings) {
        this.account = settings.token();
        this.timeLimit = settings.timeLimit();
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /// A token that is good now, or nothing where no issuer is configured.
    synchronized Optional<String> current() {
        var url = account.url();
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        if (held == null || System.nanoTime() - held.untilNanos() >= 0) {
            held = fetch(url);
        }
        return Optional.of(held.token());
    }

    /// The other side did not believe the token: the next request fetches a new one.
    synchronized void forget() {
        held = null;
    }

    private Held fetch(String url) {
        var credentials = account.clientId() + ":" + account.clientSecret();
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(timeLimit)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new DepartmentUnavailable("the issuer answers " + answer.statusCode());
            }
            var issued = EventJson.read(answer.body(), Issued.class);
            long seconds = Math.max(1, issued.expiresIn() - EARLY_SECONDS);
            return new Held(issued.accessToken(), System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
        } catch (IOException e) {
            throw new DepartmentUnavailable(
                    "the issuer does not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DepartmentUnavailable("interrupted");
        }
    }
}
