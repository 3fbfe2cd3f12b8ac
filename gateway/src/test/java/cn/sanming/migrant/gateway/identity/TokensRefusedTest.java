package cn.sanming.migrant.gateway.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.gateway.BackEnds;
import cn.sanming.migrant.gateway.GatewayTest;
import cn.sanming.migrant.platform.test.Api;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Every way of showing a token that is none. The service behind the door must not even be asked.
@GatewayTest
class TokensRefusedTest {

    @Autowired
    Api api;

    @Autowired
    JWKSource<SecurityContext> keys;

    @BeforeEach
    void quiet() {
        BackEnds.forgetAll();
    }

    @Test
    void believesATokenThatIsAsItShouldBe() throws Exception {
        assertThat(show(signed(good().build(), key())).status()).isEqualTo(200);
    }

    @Test
    void refusesAnotherAudience() throws Exception {
        refused(signed(good().audience("another-city").build(), key()));
        refused(signed(good().audience((String) null).build(), key()));
    }

    @Test
    void refusesAnExpiredToken() throws Exception {
        refused(signed(good().expirationTime(ago(120)).build(), key()));
    }

    @Test
    void refusesATokenThatNeverExpires() throws Exception {
        refused(signed(good().expirationTime(null).build(), key()));
    }

    @Test
    void refusesATokenFromTheFuture() throws Exception {
        refused(signed(good().notBeforeTime(ago(-600)).build(), key()));
    }

    @Test
    void refusesAnotherIssuer() throws Exception {
        refused(signed(good().issuer("https://elsewhere.example").build(), key()));
    }

    @Test
    void refusesAnUnsignedToken() {
        refused(new PlainJWT(good().build()).serialize());
    }

    @Test
    void refusesATokenWhoseSignatureWasCutOffOrChanged() throws Exception {
        var token = signed(good().build(), key());
        var signature = token.lastIndexOf('.') + 1;
        refused(token.substring(0, signature));
        var tampered = new StringBuilder(token);
        tampered.setCharAt(signature + 9, token.charAt(signature + 9) == 'A' ? 'B' : 'A');
        refused(tampered.toString());
    }

    @Test
    void refusesAlgNoneInEverySpelling() throws Exception {
        var body = signed(good().build(), key()).split("\\.")[1];
        for (var none : List.of("none", "None", "NONE", "nOnE")) {
            var header = "{\"alg\":\"" + none + "\"}";
            refused(Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes()) + "." + body + ".");
        }
    }

    @Test
    void refusesAForeignKeyEvenUnderTheRightName() throws Exception {
        var foreign = new ECKeyGenerator(Curve.P_256).keyID(key().getKeyID()).generate();
        refused(signed(good().build(), foreign));
    }

    @Test
    void refusesOtherAlgorithms() throws Exception {
        var rsa = new RSAKeyGenerator(2048).keyID(key().getKeyID()).generate();
        refused(signed(good().build(), JWSAlgorithm.RS256, new RSASSASigner(rsa)));
        // the public key taken for a shared secret
        var secret = new MACSigner(key().toPublicJWK().toJSONString().getBytes());
        refused(signed(good().build(), JWSAlgorithm.HS256, secret));
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        refused("nonsense");
        refused("a.b.c");
    }

    @Test
    void letsNoTokenSpeakForTheSystemItself() throws Exception {
        var me = show(signed(good().claim("roles", List.of("SYSTEM", "WORKER")).build(), key()));
        assertThat(me.body().at("/roles").valueStream().map(role -> role.asString()))
                .containsExactly("WORKER");
    }

    private Api.Answer show(String token) {
        return api.with("Authorization", "Bearer " + token).get("/api/v1/identity/me");
    }

    private void refused(String token) {
        for (var path : List.of("/api/v1/identity/me", "/api/v1/jobs/vacancies", "/api/v1/reference/divisions")) {
            var answer = api.with("Authorization", "Bearer " + token).get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.raw().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("application/problem+json");
            assertThat(answer.raw().headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
            assertThat(answer.text("/code")).isEqualTo("UNAUTHENTICATED");
        }
        BackEnds.JOBS.verify(0, anyRequestedFor(anyUrl()));
    }

    private ECKey key() throws Exception {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                .getFirst()
                .toECKey();
    }

    private static JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .subject("u-17")
                .issuer("http://localhost:8080")
                .audience("sanming-migrant")
                .issueTime(ago(1))
                .expirationTime(ago(-600))
                .claim("roles", List.of("HR_OFFICER"));
    }

    private static Date ago(long seconds) {
        return Date.from(Instant.now().minusSeconds(seconds));
    }

    private static String signed(JWTClaimsSet claims, ECKey key) throws Exception {
        return signed(claims, JWSAlgorithm.ES256, new ECDSASigner(key), key.getKeyID());
    }

    private String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) throws Exception {
        return signed(claims, algorithm, signer, key().getKeyID());
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer, String keyId)
            throws Exception {
        var header = new JWSHeader.Builder(algorithm)
                .keyID(keyId)
                .type(JOSEObjectType.JWT)
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
