package cn.sanming.migrant.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.gateway.GatewayTest;
import cn.sanming.migrant.gateway.Visits;
import cn.sanming.migrant.platform.test.Api;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class ClientCredentialsTest {

    @Autowired
    Api api;

    @Test
    void givesAnEmployersPayrollSystemATokenForItsOwnCreditCode() throws Exception {
        var answer = Visits.clientToken(api, "payroll-subcontractor", Visits.SECRET);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/expires_in").asInt()).isBetween(1, 900);
        var claims = SignedJWT.parse(answer.text("/access_token")).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("payroll-subcontractor");
        assertThat(claims.getAudience()).containsExactly("sanming-migrant");
        assertThat(claims.getStringListClaim("roles")).containsExactly("EMPLOYER", "SUBCONTRACTOR", "APPLICANT");
        assertThat(claims.getStringClaim("credit_code")).isEqualTo("91350404MA0FJM020R");
    }

    @Test
    void signsWithTheKeyItPublishesAndPublishesNoPrivatePart() throws Exception {
        var published = api.get("/oauth2/jwks");
        var keys = JWKSet.parse(published.raw().body());
        var token = SignedJWT.parse(
                Visits.clientToken(api, "wage-service", Visits.SECRET).text("/access_token"));

        assertThat(published.raw().body()).doesNotContain("\"d\"");
        assertThat(keys.getKeys()).hasSize(1);
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
    }

    @Test
    void letsASystemInWithItsToken() {
        var token = Visits.clientToken(api, "agency-portal", Visits.SECRET).text("/access_token");
        var me = api.with("Authorization", "Bearer " + token).get("/api/v1/identity/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("/credit_code")).isEqualTo("91350404MA0FJM0712");
    }

    @Test
    void refusesAWrongSecretAndAnUnknownClient() {
        assertThat(Visits.clientToken(api, "agency-portal", "guess").status()).isEqualTo(401);
        assertThat(Visits.clientToken(api, "somebody-else", Visits.SECRET).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=password&username=u-17&password=sanming-demo",
                "grant_type=authorization_code&code=x",
                "grant_type=refresh_token&refresh_token=x"
            })
    void knowsNoOtherGrant(String form) {
        var answer = api.with("Authorization", "Basic YWdlbmN5LXBvcnRhbDpzYW5taW5nLWRlbW8tc2VjcmV0")
                .post("/oauth2/token", "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().has("access_token")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorize?response_type=code&client_id=agency-portal",
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/oauth2/device_authorization",
                "/login",
                "/userinfo",
                "/connect/register"
            })
    void opensNoOtherEndpointOfTheProtocol(String path) {
        assertThat(api.get(path).status()).isEqualTo(401);
    }

    @Test
    void saysHonestlyWhatTheIssuerOffers() {
        var metadata = api.get("/.well-known/oauth-authorization-server");

        assertThat(metadata.status()).isEqualTo(200);
        assertThat(metadata.text("/jwks_uri")).endsWith("/oauth2/jwks");
        assertThat(metadata.body().at("/grant_types_supported").valueStream().map(g -> g.asString()))
                .containsExactly("client_credentials");
        assertThat(metadata.body().has("authorization_endpoint")).isFalse();
    }
}
