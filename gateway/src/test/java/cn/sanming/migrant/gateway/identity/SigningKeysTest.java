package cn.sanming.migrant.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sanming.migrant.gateway.GatewayTest;
import cn.sanming.migrant.platform.protect.FieldCipher;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

@GatewayTest
class SigningKeysTest {

    private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());

    @Autowired
    MongoTemplate mongo;

    @Autowired
    FieldCipher cipher;

    @BeforeEach
    void noKeyYet() {
        mongo.remove(new Query(), SigningKey.class);
    }

    @Test
    void keepsOneKeyOverRestarts() throws Exception {
        var before = key(null);

        assertThat(key(null)).isEqualTo(before);
    }

    @Test
    void givesInstancesThatStartTogetherTheSameKey() throws Exception {
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = IntStream.range(0, 8)
                    .<Callable<JWK>>mapToObj(_ -> () -> key(null))
                    .toList();
            var keys = instances.invokeAll(starts).stream()
                    .map(done -> done.resultNow())
                    .distinct();

            assertThat(keys).hasSize(1);
        }
    }

    @Test
    void keepsTheKeyEncrypted() throws Exception {
        var key = key(null).toECKey();
        var stored = mongo.getCollection("signing_keys").find().first();

        assertThat(stored.toJson()).doesNotContain(key.getD().toString()).doesNotContain("\"d\"");
    }

    @Test
    void takesAKeyFromTheConfigurationInstead() throws Exception {
        var mine = new ECKeyGenerator(Curve.P_256).generate();

        assertThat(key(mine.toJSONString()).toECKey().getD()).isEqualTo(mine.getD());
        assertThat(key(mine.toJSONString()).getKeyID())
                .isEqualTo(key(mine.toJSONString()).getKeyID())
                .isNotBlank();
        assertThat(mongo.findAll(SigningKey.class)).isEmpty();
    }

    @Test
    void refusesAKeyThatCannotSign() throws Exception {
        var publicOnly =
                new ECKeyGenerator(Curve.P_256).generate().toPublicJWK().toJSONString();
        var otherCurve = new ECKeyGenerator(Curve.P_384).generate().toJSONString();

        assertThatThrownBy(() -> key(publicOnly)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> key(otherCurve)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> key("nonsense")).isInstanceOf(IllegalArgumentException.class);
    }

    private JWK key(@Nullable String configured) throws RemoteKeySourceException {
        var keys = new SigningKeys(configured, mongo, cipher, new TokenClock(Clock.systemUTC()));
        return keys.get(ANY, null).getFirst();
    }
}
