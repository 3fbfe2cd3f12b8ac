package cn.sanming.migrant.gateway.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.gateway.GatewayTest;
import cn.sanming.migrant.gateway.Visits;
import cn.sanming.migrant.platform.test.Api;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The city's own identity provider has taken over.
@GatewayTest
class ExternalIssuerTest {

    private static final String ISSUER = "https://id.city.example";
    private static final WireMockServer PROVIDER = new WireMockServer(options().dynamicPort());
    private static final ECKey KEY;

    static {
        try {
            KEY = new ECKeyGenerator(Curve.P_256).keyID("city").generate();
        } catch (Exception e) {
            throw new ExceptionInInitializerError(e);
        }
        PROVIDER.start();
        PROVIDER.stubFor(get(urlEqualTo("/jwks")).willReturn(okJson(new JWKSet(KEY.toPublicJWK()).toString())));
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("migrant.security.issuer-uri", () -> ISSUER);
        properties.add("migrant.security.jwks-uri", () -> PROVIDER.baseUrl() + "/jwks");
    }

    @Autowired
    Api api;

    @Test
    void isBelieved() throws Exception {
        var me = show(token(KEY, ISSUER, "sanming-migrant"));

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("/unit")).isEqualTo("SM-RSJ");
    }

    @Test
    void isHeldToTheSameChecks() throws Exception {
        var foreign = new ECKeyGenerator(Curve.P_256).keyID("city").generate();

        assertThat(show(token(KEY, ISSUER, "another-city")).status()).isEqualTo(401);
        assertThat(show(token(KEY, "https://elsewhere.example", "sanming-migrant"))
                        .status())
                .isEqualTo(401);
        assertThat(show(token(foreign, ISSUER, "sanming-migrant")).status()).isEqualTo(401);
    }

    @Test
    void leavesNothingOfTheBuiltInIssuer() {
        assertThat(Visits.clientToken(api, "agency-portal", Visits.SECRET).status())
                .isEqualTo(401);
        assertThat(api.get("/oauth2/jwks").status()).isEqualTo(401);
        assertThat(api.get("/.well-known/oauth-authorization-server").status()).isEqualTo(404);
        assertThat(api.post("/api/v1/identity/staff/sessions", Map.of("username", "u-17", "password", Visits.PASSWORD))
                        .status())
                .isEqualTo(404);
        assertThat(api.post("/api/v1/identity/wechat/sessions", Map.of("code", "x"))
                        .status())
                .isEqualTo(404);
    }

    private Api.Answer show(String token) {
        return api.with("Authorization", "Bearer " + token).get("/api/v1/identity/me");
    }

    private static String token(ECKey key, String issuer, String audience) throws Exception {
        var claims = new JWTClaimsSet.Builder()
                .subject("u-17")
                .issuer(issuer)
                .audience(audience)
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("roles", List.of("HR_OFFICER"))
                .claim("unit", "SM-RSJ")
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("city").build(), claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }
}
