package cn.sanming.migrant.gateway.identity;

import cn.sanming.migrant.platform.reference.ResidentId;
import cn.sanming.migrant.platform.reference.WorkerId;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// From an identity number to the pseudonym (假名) that every department knows the worker by, under the city's key.
@Component
public final class Pseudonyms {

    private final byte[] key;

    Pseudonyms(@Value("${migrant.security.pseudonym-key}") String key) {
        this.key = Base64.getDecoder().decode(key);
    }

    public WorkerId of(ResidentId id) {
        return WorkerId.of(id, key);
    }
}
