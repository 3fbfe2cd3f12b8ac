package cn.sanming.migrant.gateway.identity;

import cn.sanming.migrant.platform.protect.FieldCipher;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/// The key the issuer signs with (签名密钥). It outlives restarts and is the same in every instance: given by
/// configuration, or made by whichever instance needs it first and kept encrypted in the store. It is fetched when
/// first needed, so a store that is down does not keep the door from opening.
final class SigningKeys implements JWKSource<SecurityContext> {

    private static final String CURRENT = "current";

    private final MongoTemplate mongo;
    private final FieldCipher cipher;
    private final TokenClock time;
    private volatile @Nullable JWKSet keys;

    SigningKeys(@Nullable String configured, MongoTemplate mongo, FieldCipher cipher, TokenClock time) {
        this.mongo = mongo;
        this.cipher = cipher;
        this.time = time;
        this.keys = configured == null || configured.isBlank() ? null : new JWKSet(parse(configured));
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws RemoteKeySourceException {
        try {
            return selector.select(all());
        } catch (DataAccessException e) { // no key is not the same as a wrong key
            throw new RemoteKeySourceException("the store that keeps the signing key does not answer", e);
        }
    }

    private JWKSet all() {
        var known = keys;
        if (known == null) {
            known = new JWKSet(parse(cipher.open(stored().sealed())));
            keys = known;
        }
        return known;
    }

    private SigningKey stored() {
        var found = mongo.findById(CURRENT, SigningKey.class);
        return found == null ? firstOf(made()) : found;
    }

    /// Two instances may make a key at once: the first to store it wins, the other takes that one.
    private SigningKey firstOf(SigningKey mine) {
        try {
            return mongo.insert(mine);
        } catch (DuplicateKeyException _) {
            var theirs = mongo.findById(CURRENT, SigningKey.class);
            if (theirs == null) {
                throw new IllegalStateException("the signing key has been taken away while it was read");
            }
            return theirs;
        }
    }

    private SigningKey made() {
        try {
            var key = new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            return new SigningKey(
                    CURRENT, cipher.seal(key.toJSONString()), time.clock().instant());
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    private static ECKey parse(String jwk) {
        try {
            var key = ECKey.parse(jwk);
            if (!Curve.P_256.equals(key.getCurve()) || !key.isPrivate()) {
                throw new IllegalArgumentException("the signing key is no private P-256 key");
            }
            return new ECKey.Builder(key)
                    .keyID(key.getKeyID() == null ? key.computeThumbprint().toString() : key.getKeyID())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .build();
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("the signing key is no JWK", e);
        }
    }
}
