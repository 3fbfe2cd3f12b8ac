package cn.sanming.migrant.local.city;

import java.util.Map;

/// Keys that everybody may know: a city on one machine holds fictional people only.
public final class LocalKeys {

    public static final String PSEUDONYM = "bG9jYWwtb25seS1wc2V1ZG9ueW0ta2V5LTMyLWJ5dGU=";

    /// The secret of all demonstration clients.
    static final String CLIENT_SECRET = "sanming-demo-secret";

    static final Map<String, String> ALL = Map.of(
            "migrant.security.field-key", "bG9jYWwtb25seS1maWVsZC1rZXktMzItYnl0ZXMhISE=",
            "migrant.security.index-key", "bG9jYWwtb25seS1pbmRleC1rZXktMzItYnl0ZXMhISE=",
            "migrant.security.pseudonym-key", PSEUDONYM);

    private LocalKeys() {}
}
