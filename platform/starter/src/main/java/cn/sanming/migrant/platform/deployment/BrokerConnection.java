package cn.sanming.migrant.platform.deployment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.kafka.autoconfigure.SslBundleSslEngineFactory;
import org.springframework.boot.ssl.SslBundle;

/// The way to the broker for clients that a service builds itself: Boot's settings with the bundle of certificates,
/// which `KafkaProperties` alone leave out.
public final class BrokerConnection {

    private final KafkaProperties settings;
    private final KafkaConnectionDetails details;

    BrokerConnection(KafkaProperties settings, KafkaConnectionDetails details) {
        this.settings = settings;
        this.details = details;
    }

    public Map<String, Object> producer() {
        var told = details.getProducer();
        return connected(settings.buildProducerProperties(), told.getBootstrapServers(), told.getSslBundle());
    }

    public Map<String, Object> consumer() {
        var told = details.getConsumer();
        return connected(settings.buildConsumerProperties(), told.getBootstrapServers(), told.getSslBundle());
    }

    private static Map<String, Object> connected(
            Map<String, Object> settings, List<String> servers, @Nullable SslBundle bundle) {
        var config = new HashMap<>(settings);
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
        if (bundle != null) {
            config.put(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG, SslBundleSslEngineFactory.class.getName());
            config.put(SslBundle.class.getName(), bundle);
        }
        return config;
    }
}
