package cn.sanming.migrant.platform.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/// How long a service waits for its store before it says 503: choosing a server and hearing its answer stay below two
/// seconds together. The driver does not try again on its own: a second wait would break that limit, and whoever hears
/// 503 asks again with the same key.
///
/// @param connect   for a connection, and for a heartbeat's answer
/// @param select    for a server that can take the operation, and for a free connection to it
/// @param answer    for the answer to one operation; zero waits for ever, which only the preparing job may
/// @param heartbeat between two looks at a server that is idle
@ConfigurationProperties("migrant.store.limits")
record StoreLimits(
        @DefaultValue("500ms") Duration connect,
        @DefaultValue("600ms") Duration select,
        @DefaultValue("1300ms") Duration answer,
        @DefaultValue("2s") Duration heartbeat) {

    MongoClientSettingsBuilderCustomizer customizer(boolean preparing) {
        var patience = preparing ? Duration.ZERO : answer;
        return settings -> settings.retryReads(false)
                .retryWrites(false)
                .applyToSocketSettings(socket -> socket.connectTimeout((int) connect.toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout((int) patience.toMillis(), TimeUnit.MILLISECONDS))
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(select.toMillis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(answer.toMillis(), TimeUnit.MILLISECONDS)
                        .maxConnecting(32))
                .applyToServerSettings(
                        server -> server.heartbeatFrequency(heartbeat.toMillis(), TimeUnit.MILLISECONDS));
    }
}
