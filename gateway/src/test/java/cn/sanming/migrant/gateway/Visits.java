package cn.sanming.migrant.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// How the people and systems of the tests get in.
public final class Visits {

    public static final String PASSWORD = "sanming-demo";
    public static final String SECRET = "sanming-demo-secret";

    private Visits() {}

    public static Api as(Api api, String username) {
        return api.with("Authorization", "Bearer " + tokenOf(api, username));
    }

    public static String tokenOf(Api api, String username) {
        var answer = api.post("/api/v1/identity/staff/sessions", Map.of("username", username, "password", PASSWORD));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.text("/access_token");
    }

    public static Api.Answer clientToken(Api api, String client, String secret) {
        var basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return api.with("Authorization", "Basic " + basic)
                .post(
                        "/oauth2/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8));
    }
}
