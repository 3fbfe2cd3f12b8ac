package cn.sanming.migrant.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.gateway.GatewayTest;
import cn.sanming.migrant.gateway.Visits;
import cn.sanming.migrant.platform.test.Api;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class StaffSessionsTest {

    private static final String SESSIONS = "/api/v1/identity/staff/sessions";

    @Autowired
    Api api;

    @Test
    void givesAnOfficerAShortTokenWithTheHousesClaims() throws Exception {
        var token = SignedJWT.parse(Visits.tokenOf(api, "inspector-350404"));
        var claims = token.getJWTClaimsSet();

        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(claims.getSubject()).isEqualTo("inspector-350404");
        assertThat(claims.getAudience()).containsExactly("sanming-migrant");
        assertThat(claims.getStringListClaim("roles")).containsExactly("INSPECTOR");
        assertThat(claims.getStringClaim("unit")).isEqualTo("SM-XQ-350404");
        assertThat(claims.getStringClaim("county")).isEqualTo("350404");
        assertThat(claims.getClaims()).doesNotContainKeys("credit_code", "worker_id", "name");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isLessThanOrEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void tellsTheHolderWhatTheCityTakesThemFor() {
        var me = Visits.as(api, "u-31").get("/api/v1/identity/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("/id")).isEqualTo("u-31");
        assertThat(me.body().at("/roles").valueStream().map(role -> role.asString()))
                .containsExactly("HR_HEAD");
        assertThat(me.body().has("county")).isFalse();
    }

    @Test
    void knowsADemonstrationWorkerByPseudonymOnly() throws Exception {
        var claims = SignedJWT.parse(Visits.tokenOf(api, "worker")).getJWTClaimsSet();

        assertThat(claims.getStringClaim("worker_id")).startsWith("w").doesNotContain("350404199003070011");
        assertThat(claims.getSubject()).isEqualTo(claims.getStringClaim("worker_id"));
        assertThat(claims.toString()).doesNotContain("350404199003070011");
    }

    @Test
    void answersAWrongPasswordAndAnUnknownNameAlike() {
        var wrong = api.post(SESSIONS, Map.of("username", "u-23", "password", "guess"));
        var unknown = api.post(SESSIONS, Map.of("username", "nobody-at-all", "password", "guess"));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(wrong.text("/errors/0/code")).isEqualTo("LOGIN_FAILED");
    }

    @Test
    void makesWhoeverGuessesWaitAndSaysHowLong() {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(api.post(SESSIONS, Map.of("username", "province", "password", "guess" + guess))
                            .status())
                    .isEqualTo(401);
        }
        var locked = api.post(SESSIONS, Map.of("username", "province", "password", Visits.PASSWORD));

        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.text("/errors/0/code")).isEqualTo("LOGIN_LOCKED");
        assertThat(locked.raw().headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(25L, 31L);
    }

    @Test
    void namesEveryFaultOfARequestAtOnce() {
        var answer = api.with("Accept-Language", "en").post(SESSIONS, Map.of("user", "x"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()
                        .at("/errors")
                        .valueStream()
                        .map(e -> e.at("/pointer").asString() + " "
                                + e.at("/code").asString()))
                .containsExactlyInAnyOrder("/username REQUIRED", "/password REQUIRED", "/user UNKNOWN_FIELD");
    }

    @Test
    void letsNobodySeeTheirTokenInACache() {
        var answer = api.post(SESSIONS, Map.of("username", "u-17", "password", Visits.PASSWORD));

        assertThat(answer.raw().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body()
                        .at("/roles")
                        .valueStream()
                        .map(role -> role.asString())
                        .toList())
                .isEqualTo(List.of("HR_OFFICER"));
    }
}
